import { describe, expect, it } from "vitest";
import { distance, slopesOf, valuesOf } from "./run-activation";
import { softsign } from "./softsign";

describe("softsign", () => {
  it("gives the values and gradients of its formula", () => {
    // mpmath with 60 digits, rounded: x / (1 + |x|), and its derivative
    const x = [-20.5, -2, -0.75, 0, 0.25, 1.5, 20];
    const values = [-0.9534883720930233, -0.6666666666666666, -0.42857142857142855, 0, 0.2, 0.6, 0.9523809523809523];
    const slopes = [
      0.002163331530557058, 0.1111111111111111, 0.32653061224489793, 1, 0.64, 0.16, 0.0022675736961451248,
    ];
    expect(distance(valuesOf(softsign, x), values)).toBeLessThan(1e-15);
    expect(distance(slopesOf(softsign, x), slopes)).toBeLessThan(1e-15);
    expect(distance(valuesOf(softsign, x, { dtype: "float32" }), values)).toBeLessThan(1e-6);
  });
});
