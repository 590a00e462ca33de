import { describe, expect, it } from "vitest";
import { derivativesOf, distance, slopesOf, valuesOf } from "./run-activation";
import { sinc } from "./sinc";

describe("sinc", () => {
  it("gives the values and gradients of its formula", () => {
    // mpmath with 60 digits, rounded: sin(x) / x, 1 at 0, and its derivative
    const x = [-20.5, -2, -1, -0.75, 0, 0.25, 0.999, 1.5, 20];
    const values = [
      0.04862584362335606, 0.45464871341284085, 0.8414709848078965, 0.9088516800311123, 1, 0.9896158370180917,
      0.8417720338905119, 0.6649966577360363, 0.045647262536381385,
    ];
    const slopes = [
      0.006253141995214445, 0.4353977749799916, 0.3011686789397568, 0.23621708154305512, 0, -0.08281366122978774,
      -0.3009294567857256, -0.39617297071222224, 0.01812173996385053,
    ];
    expect(distance(valuesOf(sinc, x), values)).toBeLessThan(1e-15);
    expect(distance(slopesOf(sinc, x), slopes)).toBeLessThan(1e-15);
    expect(distance(valuesOf(sinc, x, { dtype: "float32" }), values)).toBeLessThan(1e-6);
  });

  it("has two derivatives at 0 and near it", () => {
    // 1 - x²/6 + x⁴/120 - …: the derivatives -x/3 and -1/3
    const [none, tiny = 0] = slopesOf(sinc, [0, 3e-9]);
    expect(none).toBe(0);
    expect(tiny / -1e-9).toBeCloseTo(1, 14);
    const { second } = derivativesOf(sinc, [[0], [3e-9]]);
    expect(distance(second, [-1 / 3, -1 / 3])).toBeLessThan(1e-15);
  });
});
