import { describe, expect, it } from "vitest";
import { relu6 } from "./relu6";
import { distance, slopesOf, valuesOf } from "./run-activation";

describe("relu6", () => {
  it("cuts off at 0 and at 6, where PyTorch's gradient is 0", () => {
    // worked out by hand from the formula: min(max(x, 0), 6), and its derivative
    const x = [-2, 0, 0.25, 5.5, 6, 7];
    const values = [0, 0, 0.25, 5.5, 6, 6];
    const slopes = [0, 0, 1, 1, 0, 0];
    expect(distance(valuesOf(relu6, x), values)).toBeLessThan(1e-15);
    expect(distance(slopesOf(relu6, x), slopes)).toBeLessThan(1e-15);
    expect(distance(valuesOf(relu6, x, { dtype: "float32" }), values)).toBeLessThan(1e-6);
  });
});
