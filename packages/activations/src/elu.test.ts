import { describe, expect, it } from "vitest";
import { elu } from "./elu";
import { distance, slopesOf, valuesOf } from "./run-activation";
import { selu } from "./selu";

const x = [-20.5, -2, -0.5, 0, 1.5, 20];

describe("elu", () => {
  it("gives PyTorch's values", () => {
    // torch.nn.functional.elu 2.13.0 in float64
    const expected = [-0.9999999987498471, -0.8646647167633873, -0.3934693402873666, 0, 1.5, 20];
    expect(distance(valuesOf(elu(), x), expected)).toBeLessThan(1e-15);
    expect(distance(valuesOf(elu(), x, { dtype: "float32" }), expected)).toBeLessThan(3e-7);
  });

  it("gives PyTorch's gradients, alpha at 0", () => {
    const expected = [1.2501528663867428e-9, 0.1353352832366127, 0.6065306597126334, 1, 1, 1];
    expect(distance(slopesOf(elu(), x), expected)).toBeLessThan(1e-15);
    expect(slopesOf(elu({ alpha: 0.5 }), [0])).toEqual([0.5]);
  });

  it("keeps the digits of x near 0, where e^x - 1 would lose them", () => {
    // e^x - 1 = x (1 + x/2 + ...), so the quotient is 1 - 5e-13; rounding e^x first would put it off by 1e-4
    const [tiny = 0] = valuesOf(elu(), [-1e-12]);
    expect(Math.abs(tiny / -1e-12 - 1)).toBeLessThan(1e-12);
  });

  it("multiplies by alpha below 0", () => {
    expect(valuesOf(elu({ alpha: 2 }), [Number.NEGATIVE_INFINITY, 3])).toEqual([-2, 3]);
  });

  it("refuses an alpha below 0", () => {
    expect(() => elu({ alpha: -1 })).toThrow('elu: "alpha" should be a number from 0 up, got -1. Pass such a number.');
  });
});

describe("selu", () => {
  it("gives the values of its formula", () => {
    // mpmath with 40 digits: 1.0507009873554805 · x above 0, 1.0507009873554805 · 1.6732632423543772 · (e^x - 1) below
    const expected = [-1.7580993386494839, -1.520166468595695, -0.6917581878028713, 0, 1.5760514810332207];
    expect(distance(valuesOf(selu, x.slice(0, 5)), expected)).toBeLessThan(1e-15);
  });

  it("has the gradient scale · alpha at 0 and scale above", () => {
    expect(distance(slopesOf(selu, [0, 1.5]), [1.7580993408473768, 1.0507009873554805])).toBeLessThan(1e-15);
  });
});
