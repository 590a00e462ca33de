import { describe, expect, it } from "vitest";
import { distance, slopesOf, valuesOf } from "./run-activation";
import { tanhShrink } from "./tanh-shrink";

describe("tanhShrink", () => {
  it("gives the values and gradients of its formula", () => {
    // mpmath with 60 digits, rounded: x - tanh(x), and its derivative
    const x = [-20.5, -2, -1, -0.75, 0, 0.25, 0.999, 1.5, 20];
    const values = [
      -19.5, -1.035972419924183, -0.23840584404423512, -0.11485104761271268, 0, 0.005081337596290871,
      0.23782613833943006, 0.5948517463551336, 19,
    ];
    const slopes = [
      1, 0.9293491751468356, 0.580025658385974, 0.40341419171866855, 3.333333333321358e-51, 0.05998515119362204,
      0.5793856476752645, 0.8192933610763514, 1,
    ];
    expect(distance(valuesOf(tanhShrink, x), values)).toBeLessThan(1e-15);
    expect(distance(slopesOf(tanhShrink, x), slopes)).toBeLessThan(1e-15);
    expect(distance(valuesOf(tanhShrink, x, { dtype: "float32" }), values)).toBeLessThan(1e-6);
  });

  it("keeps its digits near 0, where x - tanh(x) has none left", () => {
    // x³/3 - 2x⁵/15 + …, so x³/3 to the last bit here, and x² for the derivative
    const [y = 0, z = 0] = valuesOf(tanhShrink, [1e-9, -1e-30]);
    expect(y / 3.333333333333333e-28).toBeCloseTo(1, 14);
    expect(z / -3.333333333333333e-91).toBeCloseTo(1, 14);
    expect((slopesOf(tanhShrink, [1e-9])[0] ?? 0) / 1e-18).toBeCloseTo(1, 14);
  });
});
