import { describe, expect, it } from "vitest";
import { logSoftmax } from "./log-softmax";
import { distance, slopesOf, traced, valuesOf } from "./run-activation";
import { softmax } from "./softmax";

// e^1, e^2, e^3 over their sum, mpmath with 40 digits
const probabilities = [0.09003057317038046, 0.24472847105479764, 0.6652409557748219];

describe("softmax", () => {
  it("gives probabilities along the last axis, however large the numbers are", () => {
    const x = [1, 2, 3, 1000, 1001, 1002, -1002, -1001, -1000, 0, 0, 0];
    const third = [1 / 3, 1 / 3, 1 / 3];
    const expected = [...probabilities, ...probabilities, ...probabilities, ...third];
    expect(distance(valuesOf(softmax(), x, { shape: [4, 3] }), expected)).toBeLessThan(1e-15);
  });

  it("works along another axis", () => {
    const x = [1, 0, 2, 0, 3, 0];
    const [a = 0, b = 0, c = 0] = probabilities;
    const expected = [a, 1 / 3, b, 1 / 3, c, 1 / 3];
    expect(distance(valuesOf(softmax({ axis: 1 }), x, { shape: [1, 3, 2] }), expected)).toBeLessThan(1e-15);
  });

  it("has gradients that cancel, since the sum stays 1", () => {
    const slopes = slopesOf(softmax(), [1, 2, 3], { shape: [1, 3] });
    expect(distance(slopes, [0, 0, 0])).toBeLessThan(1e-15);
  });

  it("gives 1 to a number that overflowed, and not NaN", () => {
    // 1e300 is Infinity in float32
    expect(valuesOf(softmax(), [1e300, 0, -1e300], { shape: [1, 3], dtype: "float32" })).toEqual([1, 0, 0]);
    expect(valuesOf(softmax(), [1e300, 0, -1e300], { shape: [1, 3] })).toEqual([1, 0, 0]);
  });

  it("stays the operation of that name, so that losses recognise it", () => {
    expect(traced(softmax(), [1, 2], { shape: [1, 2] }).y.node.op).toBe("softmax");
  });

  it("refuses an axis that is no whole number, or that the input lacks", () => {
    expect(() => softmax({ axis: 0.5 })).toThrow('softmax: "axis" should be a whole number, got 0.5.');
    expect(() => valuesOf(softmax({ axis: 2 }), [1])).toThrow("softmax: axis 2 is outside an array of 2 axes.");
  });
});

describe("logSoftmax", () => {
  it("gives the logarithms of the probabilities, also where these are 0", () => {
    const x = [1, 2, 3, 0, 0, 2000];
    const expected = [-2.40760596444438, -1.4076059644443804, -0.4076059644443803, -2000, -2000, 0];
    expect(distance(valuesOf(logSoftmax(), x, { shape: [2, 3] }), expected)).toBeLessThan(1e-15);
  });

  it("goes to 0 and -Infinity where a number overflowed, and stays the operation of that name", () => {
    // 1e300 is Infinity in float32
    expect(valuesOf(logSoftmax(), [1e300, 0, -1e300], { shape: [1, 3], dtype: "float32" })).toEqual([
      0,
      Number.NEGATIVE_INFINITY,
      Number.NEGATIVE_INFINITY,
    ]);
    expect(traced(logSoftmax(), [1, 2], { shape: [1, 2] }).y.node.op).toBe("logSoftmax");
  });

  it("has the gradient 1 - n · probability for the sum of its n outputs", () => {
    const expected = probabilities.map((p) => 1 - 3 * p);
    expect(distance(slopesOf(logSoftmax(), [1, 2, 3], { shape: [1, 3] }), expected)).toBeLessThan(1e-15);
  });
});
