import { describe, expect, it } from "vitest";
import { celu } from "./celu";
import { distance, slopesOf, valuesOf } from "./run-activation";

describe("celu", () => {
  it("gives the values and gradients of its formula", () => {
    // mpmath with 60 digits, rounded: x above 0, e^x - 1 below, and its derivative
    const x = [-20.5, -2, -0.75, 0, 0.25, 1.5, 20];
    const values = [-0.9999999987498471, -0.8646647167633873, -0.5276334472589853, 0, 0.25, 1.5, 20];
    const slopes = [1.2501528663867426e-9, 0.1353352832366127, 0.4723665527410147, 1, 1, 1, 1];
    expect(distance(valuesOf(celu(), x), values)).toBeLessThan(1e-15);
    expect(distance(slopesOf(celu(), x), slopes)).toBeLessThan(1e-15);
    expect(distance(valuesOf(celu(), x, { dtype: "float32" }), values)).toBeLessThan(1e-6);
  });

  it("takes another alpha", () => {
    const x = [-20.5, -2, -0.75, 0, 0.25, 1.5, 20];
    const values = [-1.9999292849982993, -1.2642411176571153, -0.6254214424180556, 0, 0.25, 1.5, 20];
    const slopes = [3.535750085040998e-5, 0.36787944117144233, 0.6872892787909722, 1, 1, 1, 1];
    expect(distance(valuesOf(celu({ alpha: 2 }), x), values)).toBeLessThan(2e-15);
    expect(distance(slopesOf(celu({ alpha: 2 }), x), slopes)).toBeLessThan(2e-15);
  });

  it("has no jump in its derivative at 0, whatever alpha is", () => {
    expect(slopesOf(celu({ alpha: 0.25 }), [0, 1e-9])).toEqual([1, 1]);
  });

  it("does not overflow where x / alpha would", () => {
    expect(valuesOf(celu({ alpha: 1e-10 }), [1e300, -1e300])).toEqual([1e300, -1e-10]);
  });

  it("refuses options that make no sense", () => {
    expect(() => celu({ alpha: 0 })).toThrow('celu: "alpha" should be a number above 0, got 0. Pass such a number.');
  });
});
