import { describe, expect, it } from "vitest";
import { logSigmoid } from "./log-sigmoid";
import { distance, slopesOf, valuesOf } from "./run-activation";

describe("logSigmoid", () => {
  it("gives the values and gradients of its formula", () => {
    // mpmath with 60 digits, rounded: -log(1 + e^-x), and its derivative
    const x = [-20.5, -2, -0.75, 0, 0.25, 1.5, 20];
    const values = [
      -20.500000001250154,
      -2.1269280110429727,
      -1.1368710061148999,
      -Math.LN2,
      -0.5759394198788436,
      -0.2014132779827524,
      -2.061153620314381e-9,
    ];
    const slopes = [
      0.9999999987498471, 0.8807970779778824, 0.679178699175393, 0.5, 0.4378234991142019, 0.18242552380635635,
      2.0611536181902037e-9,
    ];
    expect(distance(valuesOf(logSigmoid, x), values)).toBeLessThan(1e-15);
    expect(distance(slopesOf(logSigmoid, x), slopes)).toBeLessThan(1e-15);
    expect(distance(valuesOf(logSigmoid, x, { dtype: "float32" }), values)).toBeLessThan(1e-6);
  });

  it("is exact in both tails", () => {
    const [left = 0, right = 0] = valuesOf(logSigmoid, [-1000, 50]);
    expect(left).toBe(-1000);
    expect(right / -1.928749847963918e-22).toBeCloseTo(1, 13); // -e^-50
  });
});
