import { describe, expect, it } from "vitest";
import { hardTanh } from "./hard-tanh";
import { distance, slopesOf, valuesOf } from "./run-activation";

describe("hardTanh", () => {
  it("cuts off at -1 and at 1, where PyTorch's gradient is 0", () => {
    // worked out by hand from the formula: min(max(x, -1), 1), and its derivative
    const x = [-2, -1, -0.25, 0.5, 1, 3];
    const values = [-1, -1, -0.25, 0.5, 1, 1];
    const slopes = [0, 0, 1, 1, 0, 0];
    expect(distance(valuesOf(hardTanh(), x), values)).toBeLessThan(1e-15);
    expect(distance(slopesOf(hardTanh(), x), slopes)).toBeLessThan(1e-15);
    expect(distance(valuesOf(hardTanh(), x, { dtype: "float32" }), values)).toBeLessThan(1e-6);
  });

  it("takes another min and max", () => {
    const x = [-1, 0.25, 0.5, 1.75, 2, 3];
    const values = [0.25, 0.25, 0.5, 1.75, 2, 2];
    const slopes = [0, 0, 1, 1, 0, 0];
    expect(distance(valuesOf(hardTanh({ min: 0.25, max: 2 }), x), values)).toBeLessThan(2e-15);
    expect(distance(slopesOf(hardTanh({ min: 0.25, max: 2 }), x), slopes)).toBeLessThan(2e-15);
  });

  it("refuses options that make no sense", () => {
    expect(() => hardTanh({ min: Number.NaN })).toThrow(
      'hardTanh: "min" should be a finite number, got NaN. Pass such a number.',
    );
    expect(() => hardTanh({ max: -1 })).toThrow(
      'hardTanh: "max" should be a number above "min" (-1), got -1. Pass such a number.',
    );
  });
});
