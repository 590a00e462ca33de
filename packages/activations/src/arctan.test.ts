import { describe, expect, it } from "vitest";
import { arctan } from "./arctan";
import { distance, slopesOf, valuesOf } from "./run-activation";

describe("arctan", () => {
  it("gives the values and gradients of its formula", () => {
    // mpmath with 60 digits, rounded: the arc tangent, and its derivative
    const x = [-20.5, -2, -0.75, 0, 0.25, 1.5, 20];
    const values = [
      -1.522054475484965, -1.1071487177940904, -0.6435011087932844, 0, 0.24497866312686414, 0.982793723247329,
      1.5208379310729538,
    ];
    const slopes = [0.002373887240356083, 0.2, 0.64, 1, 0.9411764705882353, 0.3076923076923077, 0.0024937655860349127];
    expect(distance(valuesOf(arctan, x), values)).toBeLessThan(1e-15);
    expect(distance(slopesOf(arctan, x), slopes)).toBeLessThan(1e-15);
    expect(distance(valuesOf(arctan, x, { dtype: "float32" }), values)).toBeLessThan(1e-6);
  });
});
