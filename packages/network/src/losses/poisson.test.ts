import { describe, expect, it } from "vitest";
import { perRow, rowsOff, slope, wide } from "./per-row";
import { poisson } from "./poisson";

describe("poisson", () => {
  it("is least where the rate is the count", () => {
    // 2 - 3 log 2 and 0.5
    const [first, second] = perRow(poisson(), wide([2, 0.5]), wide([3, 0]));
    expect(first).toBeCloseTo(-0.0794415416798357, 7);
    expect(second).toBe(0.5);
    expect(slope(poisson(), wide([3]), wide([3]))[0]).toBeCloseTo(0, 7);
  });

  it("stays finite and teaches at a rate of 0", () => {
    expect(perRow(poisson(), wide([0]), wide([1]))[0]).toBeCloseTo(18.420680743952367, 12); // 8 log 10
    expect(slope(poisson(), wide([0]), wide([1]))[0]).toBeCloseTo(1 - 1e8, 0);
  });

  it("takes the logarithm of the rate, told so", () => {
    const loss = poisson({ fromLogRate: true });
    expect(perRow(loss, wide([0, -1000]), wide([3, 2]))).toEqual([1, 2000]); // 1 - 0, e⁻¹⁰⁰⁰ + 2000
    expect(slope(loss, wide([0]), wide([3]))).toEqual([-2]);
  });

  it("works from what went into an exponential", () => {
    const z = wide([-1000]);
    expect(perRow(poisson(), z.exp(), wide([2]))).toEqual([2000]);
    expect(perRow(poisson({ fromLogRate: false }), z.exp(), wide([2]))[0]).toBeCloseTo(36.841361487904734, 12); // 16 log 10
  });

  it("gives NaN for a rate below 0", () => {
    expect(perRow(poisson(), wide([-1]), wide([0]))[0]).toBeNaN();
  });

  it("adds log y! exactly, told so", () => {
    // mpmath, 80 digits
    const rows = [
      [0, 0, 1, 1],
      [0.5, 1, 1.1487212707001282, 0.6487212707001282],
      [2, 7, 1.9142174599960646, 0.38905609893065024],
      [-3, 2, 6.742934248927809, -1.9502129316321362],
      [4, 60, 3.2263234568158303, -5.401849966855761],
    ] as const;
    expect(rowsOff(poisson({ fromLogRate: true, full: true }), rows, 3e-14)).toEqual([]);
  });

  it("refuses counts below 0", () => {
    expect(() => poisson().apply(wide([1, 1]), wide([0, -1]))).toThrow(
      "poisson: the targets should be counts from 0 up, got -1 in row 1.",
    );
  });
});
