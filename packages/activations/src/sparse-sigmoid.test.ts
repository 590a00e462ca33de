import { describe, expect, it } from "vitest";
import { distance, slopesOf, valuesOf } from "./run-activation";
import { sparsePlus } from "./sparse-plus";
import { sparseSigmoid } from "./sparse-sigmoid";

describe("sparseSigmoid", () => {
  it("is three straight lines, as jax.nn.sparse_sigmoid", () => {
    // worked out by hand from the formula: min(max(½ (x + 1), 0), 1), and its derivative
    const x = [-2, -1, -0.25, 0, 0.5, 1, 3];
    const values = [0, 0, 0.375, 0.5, 0.75, 1, 1];
    const slopes = [0, 0, 0.5, 0.5, 0.5, 0, 0];
    expect(distance(valuesOf(sparseSigmoid, x), values)).toBeLessThan(1e-15);
    expect(distance(slopesOf(sparseSigmoid, x), slopes)).toBeLessThan(1e-15);
    expect(distance(valuesOf(sparseSigmoid, x, { dtype: "float32" }), values)).toBeLessThan(1e-6);
  });

  it("is the derivative of sparsePlus", () => {
    const x = [-2, -1, -0.25, 0, 0.5, 1, 3];
    expect(slopesOf(sparsePlus, x)).toEqual(valuesOf(sparseSigmoid, x));
  });
});
