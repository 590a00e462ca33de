import { describe, expect, it } from "vitest";
import { hardSigmoid } from "./hard-sigmoid";
import { distance, slopesOf, valuesOf } from "./run-activation";

describe("hardSigmoid", () => {
  it("is three straight lines, with PyTorch's gradient of 0 where they meet", () => {
    // mpmath with 60 digits, rounded: min(max(x / 6 + ½, 0), 1), and its derivative
    const x = [-4, -3, -1.5, 0, 2.25, 3, 4];
    const values = [0, 0, 0.25, 0.5, 0.875, 1, 1];
    const slopes = [0, 0, 0.16666666666666666, 0.16666666666666666, 0.16666666666666666, 0, 0];
    expect(distance(valuesOf(hardSigmoid, x), values)).toBeLessThan(1e-15);
    expect(distance(slopesOf(hardSigmoid, x), slopes)).toBeLessThan(1e-15);
    expect(distance(valuesOf(hardSigmoid, x, { dtype: "float32" }), values)).toBeLessThan(1e-6);
  });
});
