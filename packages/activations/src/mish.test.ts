import { describe, expect, it } from "vitest";
import { mish } from "./mish";
import { distance, slopesOf, valuesOf } from "./run-activation";

describe("mish", () => {
  it("gives the values and gradients of its formula", () => {
    // mpmath with 60 digits, rounded: x · tanh(log(1 + e^x)), and its derivative
    const x = [-20.5, -2, -0.75, 0, 0.25, 1.5, 20, 29.5, 30.5];
    const values = [
      -2.5628133744908682e-8, -0.2525014826957089, -0.2764947145054652, 0, 0.1695724096638176, 1.4033782663958025, 20,
      29.5, 30.5,
    ];
    const slopes = [
      -2.437798086328384e-8, -0.10835509242039394, 0.1607457404998387, 0.6, 0.7541726677205928, 1.0884879850078477,
      1.0000000000000002, 1, 1,
    ];
    expect(distance(valuesOf(mish, x), values)).toBeLessThan(1e-15);
    expect(distance(slopesOf(mish, x), slopes)).toBeLessThan(1e-15);
    expect(distance(valuesOf(mish, x, { dtype: "float32" }), values)).toBeLessThan(1e-6);
  });

  it("keeps the digits of its left tail", () => {
    const [tail = 0] = valuesOf(mish, [-50]);
    expect(tail / -9.64374923981959e-21).toBeCloseTo(1, 13); // -50 · e^-50
  });
});
