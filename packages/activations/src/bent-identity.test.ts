import { describe, expect, it } from "vitest";
import { bentIdentity } from "./bent-identity";
import { distance, slopesOf, valuesOf } from "./run-activation";

describe("bentIdentity", () => {
  it("gives the values and gradients of its formula", () => {
    // mpmath with 60 digits, rounded: (√(x² + 1) - 1) / 2 + x, and its derivative
    const x = [-20.5, -2, -0.75, 0, 0.25, 1.5, 20];
    const values = [
      -10.737812124113104, -1.381966011250105, -0.625, 0, 0.2653882032022076, 1.9013878188659974, 29.512492197250392,
    ];
    const slopes = [
      0.5005938244375516, 0.552786404500042, 0.7, 1, 1.1212678125181665, 1.4160251471689218, 1.4993761694389223,
    ];
    expect(distance(valuesOf(bentIdentity, x), values)).toBeLessThan(1e-15);
    expect(distance(slopesOf(bentIdentity, x), slopes)).toBeLessThan(1e-15);
    expect(distance(valuesOf(bentIdentity, x, { dtype: "float32" }), values)).toBeLessThan(1e-6);
  });

  it("does not overflow where x² would, nor lose digits near 0", () => {
    expect(valuesOf(bentIdentity, [-1e200, 1e200])).toEqual([-5e199, 1.5e200]);
    expect(valuesOf(bentIdentity, [1e30], { dtype: "float32" })).toEqual([Math.fround(1.5 * Math.fround(1e30))]);
    expect((valuesOf(bentIdentity, [1e-7])[0] ?? 0) / 1.000000025e-7).toBeCloseTo(1, 15); // x + x²/4 - …
  });
});
