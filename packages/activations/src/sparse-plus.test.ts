import { describe, expect, it } from "vitest";
import { distance, slopesOf, valuesOf } from "./run-activation";
import { sparsePlus } from "./sparse-plus";

describe("sparsePlus", () => {
  it("is 0, a parabola and x, as jax.nn.sparse_plus", () => {
    // mpmath with 60 digits, rounded: 0, ¼ (x + 1)² from -1 to 1, then x, and its derivative
    const x = [-2, -1, -0.25, 0, 0.5, 1, 3];
    const values = [0, 0, 0.140625, 0.25, 0.5625, 1, 3];
    const slopes = [0, 1.25e-26, 0.375, 0.5, 0.75, 1, 1];
    expect(distance(valuesOf(sparsePlus, x), values)).toBeLessThan(1e-15);
    expect(distance(slopesOf(sparsePlus, x), slopes)).toBeLessThan(1e-15);
    expect(distance(valuesOf(sparsePlus, x, { dtype: "float32" }), values)).toBeLessThan(1e-6);
  });
});
