import { describe, expect, it } from "vitest";
import { gaussian } from "./gaussian";
import { distance, slopesOf, valuesOf } from "./run-activation";

describe("gaussian", () => {
  it("gives the values and gradients of its formula", () => {
    // mpmath with 60 digits, rounded: e^(-x²), and its derivative
    const x = [-20.5, -2, -0.75, 0, 0.25, 1.5, 20];
    const values = [
      3.0742839670838354e-183, 0.01831563888873418, 0.569782824730923, 1, 0.9394130628134758, 0.10539922456186433,
      1.9151695967140057e-174,
    ];
    const slopes = [
      1.2604564265043725e-181, 0.07326255555493671, 0.8546742370963845, 0, -0.4697065314067379, -0.316197673685593,
      -7.660678386856023e-173,
    ];
    expect(distance(valuesOf(gaussian, x), values)).toBeLessThan(1e-15);
    expect(distance(slopesOf(gaussian, x), slopes)).toBeLessThan(1e-15);
    expect(distance(valuesOf(gaussian, x, { dtype: "float32" }), values)).toBeLessThan(1e-6);
  });
});
