import { describe, expect, it } from "vitest";
import { exponential } from "./exponential";
import { distance, slopesOf, valuesOf } from "./run-activation";

describe("exponential", () => {
  it("gives the values and gradients of its formula", () => {
    // mpmath with 60 digits, rounded: e^x, and its derivative
    const x = [-20.5, -2, -0.75, 0, 0.25, 1.5];
    const values = [
      1.2501528663867426e-9, 0.1353352832366127, 0.4723665527410147, 1, 1.2840254166877414, 4.4816890703380645,
    ];
    const slopes = [
      1.2501528663867426e-9, 0.1353352832366127, 0.4723665527410147, 1, 1.2840254166877414, 4.4816890703380645,
    ];
    expect(distance(valuesOf(exponential, x), values)).toBeLessThan(1e-15);
    expect(distance(slopesOf(exponential, x), slopes)).toBeLessThan(1e-15);
    expect(distance(valuesOf(exponential, x, { dtype: "float32" }), values)).toBeLessThan(1e-6);
  });
});
