import { describe, expect, it } from "vitest";
import { rrelu } from "./rrelu";
import { distance, slopesOf, valuesOf } from "./run-activation";

describe("rrelu", () => {
  it("multiplies by the mean slope below 0 where it does not train, as PyTorch", () => {
    // (1/8 + 1/3) / 2 = 11/48
    expect(distance(valuesOf(rrelu(), [-4.8, 0, 3]), [-1.1, 0, 3])).toBeLessThan(1e-15);
    expect(distance(slopesOf(rrelu(), [-2, 3]), [11 / 48, 1])).toBeLessThan(1e-15);
  });

  it.each(["float32", "float64"] as const)("draws a slope for each number below 0 while training, in %s", (dtype) => {
    const options = { dtype, training: true };
    const count = 4000;
    const slopes = valuesOf(rrelu(), new Array<number>(count).fill(-1), options).map((y) => -y);
    expect(new Set(slopes).size).toBeGreaterThan(count - 10);
    expect(Math.min(...slopes)).toBeGreaterThanOrEqual(1 / 8);
    expect(Math.max(...slopes)).toBeLessThanOrEqual(1 / 3 + 1e-7);
    // the mean of that many lies within 4 · (5/24) / √12 / √4000 = 0.0038 of 11/48
    const mean = slopes.reduce((a, b) => a + b) / count;
    expect(Math.abs(mean - 11 / 48)).toBeLessThan(0.0038);
    expect(valuesOf(rrelu(), [0, 0.5, 7], options)).toEqual([0, 0.5, 7]);
  });

  it("has the slope that it drew as its gradient", () => {
    const x = [-1, -1, 2, -1];
    const options = { training: true };
    const drawn = valuesOf(rrelu({ lower: -2, upper: 5 }), x, options).map((y, i) => y / (x[i] ?? 1));
    expect(slopesOf(rrelu({ lower: -2, upper: 5 }), x, options)).toEqual(drawn);
  });

  it("refuses an upper slope below the lower one", () => {
    expect(() => rrelu({ lower: Number.NaN })).toThrow(
      'rrelu: "lower" should be a finite number, got NaN. Pass such a number.',
    );
    expect(() => rrelu({ lower: 0.5 })).toThrow(
      'rrelu: "upper" should be a number from "lower" (0.5) up, got 0.3333333333333333. Pass such a number.',
    );
  });
});
