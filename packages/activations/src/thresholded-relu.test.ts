import { describe, expect, it } from "vitest";
import { distance, slopesOf, valuesOf } from "./run-activation";
import { thresholdedRelu } from "./thresholded-relu";

describe("thresholdedRelu", () => {
  it("gives the values and gradients of its formula", () => {
    // worked out by hand from the formula: x above 1, else 0, and its derivative
    const x = [-2, 0.5, 1, 1.25, 3];
    const values = [0, 0, 0, 1.25, 3];
    const slopes = [0, 0, 0, 1, 1];
    expect(distance(valuesOf(thresholdedRelu(), x), values)).toBeLessThan(1e-15);
    expect(distance(slopesOf(thresholdedRelu(), x), slopes)).toBeLessThan(1e-15);
    expect(distance(valuesOf(thresholdedRelu(), x, { dtype: "float32" }), values)).toBeLessThan(1e-6);
  });

  it("takes another theta", () => {
    const x = [-2, -0.5, -0.25, 3];
    const values = [0, 0, -0.25, 3];
    const slopes = [0, 0, 1, 1];
    expect(distance(valuesOf(thresholdedRelu({ theta: -0.5 }), x), values)).toBeLessThan(2e-15);
    expect(distance(slopesOf(thresholdedRelu({ theta: -0.5 }), x), slopes)).toBeLessThan(2e-15);
  });

  it("refuses options that make no sense", () => {
    expect(() => thresholdedRelu({ theta: Number.NaN })).toThrow(
      'thresholdedRelu: "theta" should be a finite number, got NaN. Pass such a number.',
    );
  });
});
