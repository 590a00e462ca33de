import { describe, expect, it } from "vitest";
import { hardShrink } from "./hard-shrink";
import { distance, slopesOf, valuesOf } from "./run-activation";

describe("hardShrink", () => {
  it("makes small numbers 0; PyTorch's gradient at ±threshold is 0", () => {
    // worked out by hand from the formula: x where |x| > ½, else 0, and its derivative
    const x = [-2, -0.5, -0.25, 0, 0.5, 0.75, 3];
    const values = [-2, 0, 0, 0, 0, 0.75, 3];
    const slopes = [1, 0, 0, 0, 0, 1, 1];
    expect(distance(valuesOf(hardShrink(), x), values)).toBeLessThan(1e-15);
    expect(distance(slopesOf(hardShrink(), x), slopes)).toBeLessThan(1e-15);
    expect(distance(valuesOf(hardShrink(), x, { dtype: "float32" }), values)).toBeLessThan(1e-6);
  });

  it("takes another threshold", () => {
    const x = [-2, -0.75, 1, 3];
    const values = [-2, 0, 0, 3];
    const slopes = [1, 0, 0, 1];
    expect(distance(valuesOf(hardShrink({ threshold: 1 }), x), values)).toBeLessThan(2e-15);
    expect(distance(slopesOf(hardShrink({ threshold: 1 }), x), slopes)).toBeLessThan(2e-15);
  });

  it("refuses options that make no sense", () => {
    expect(() => hardShrink({ threshold: -1 })).toThrow(
      'hardShrink: "threshold" should be a number from 0 up, got -1. Pass such a number.',
    );
  });
});
