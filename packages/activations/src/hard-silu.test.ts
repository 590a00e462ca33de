import { describe, expect, it } from "vitest";
import { hardSilu } from "./hard-silu";
import { distance, slopesOf, valuesOf } from "./run-activation";

describe("hardSilu", () => {
  it("is 0, a parabola and x; where they meet its gradient is that of the straight line", () => {
    // worked out by hand from the formula: x · min(max(x / 6 + ½, 0), 1), and its derivative
    const x = [-4, -3, -1.5, 0, 2.25, 3, 4];
    const values = [0, 0, -0.375, 0, 1.96875, 3, 4];
    const slopes = [0, 0, 0, 0.5, 1.25, 1, 1];
    expect(distance(valuesOf(hardSilu, x), values)).toBeLessThan(1e-15);
    expect(distance(slopesOf(hardSilu, x), slopes)).toBeLessThan(1e-15);
    expect(distance(valuesOf(hardSilu, x, { dtype: "float32" }), values)).toBeLessThan(1e-6);
  });
});
