import { describe, expect, it } from "vitest";
import { distance, slopesOf, valuesOf } from "./run-activation";
import { softShrink } from "./soft-shrink";

describe("softShrink", () => {
  it("moves numbers towards 0; PyTorch's gradient at ±threshold is 0", () => {
    // worked out by hand from the formula: x - ½ above ½, x + ½ below -½, else 0, and its derivative
    const x = [-2, -0.5, -0.25, 0, 0.5, 0.75, 3];
    const values = [-1.5, 0, 0, 0, 0, 0.25, 2.5];
    const slopes = [1, 0, 0, 0, 0, 1, 1];
    expect(distance(valuesOf(softShrink(), x), values)).toBeLessThan(1e-15);
    expect(distance(slopesOf(softShrink(), x), slopes)).toBeLessThan(1e-15);
    expect(distance(valuesOf(softShrink(), x, { dtype: "float32" }), values)).toBeLessThan(1e-6);
  });

  it("takes another threshold", () => {
    const x = [-2, -0.75, 1, 3];
    const values = [-1, 0, 0, 2];
    const slopes = [1, 0, 0, 1];
    expect(distance(valuesOf(softShrink({ threshold: 1 }), x), values)).toBeLessThan(2e-15);
    expect(distance(slopesOf(softShrink({ threshold: 1 }), x), slopes)).toBeLessThan(2e-15);
  });

  it("refuses options that make no sense", () => {
    expect(() => softShrink({ threshold: -1 })).toThrow(
      'softShrink: "threshold" should be a number from 0 up, got -1. Pass such a number.',
    );
  });
});
