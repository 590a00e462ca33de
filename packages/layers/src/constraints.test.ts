import { constant } from "@neurite/tensor";
import { describe, expect, it } from "vitest";
import { maxNorm } from "./max-norm";
import { monotone } from "./monotone";
import { nonNegative } from "./non-negative";
import { near, numbersOf } from "./run-layer";
import { unitNorm } from "./unit-norm";

const weights = constant(
  [
    [3, -1, 0],
    [-4, 0.5, 0],
  ],
  "float64",
);

describe("nonNegative", () => {
  it("cuts off what is below 0", () => {
    expect(numbersOf(nonNegative.apply(weights))).toEqual([3, 0, 0, 0, 0.5, 0]);
  });
});

describe("maxNorm", () => {
  it("shortens what comes into a unit, and leaves what is short to the bit", () => {
    // the first column has length 5, the second √1.25
    expect(numbersOf(maxNorm({ max: 2.5 }).apply(weights))).toEqual([1.5, -1, 0, -2, 0.5, 0]);
    expect(numbersOf(maxNorm({ max: 5 }).apply(weights))).toEqual([3, -1, 0, -4, 0.5, 0]);
  });

  it("is Keras' MaxNorm", () => {
    // w · clip(‖w‖, 0, 2) / (1e-7 + ‖w‖) is the same to seven digits: 3 · 2 / 5, -4 · 2 / 5
    expect(near(numbersOf(maxNorm().apply(weights)), [1.2, -1, 0, -1.6, 0.5, 0], 1e-15)).toBe(true);
  });

  it("takes the length along another axis", () => {
    // the rows have the lengths √10 and √16.25; of a bias there is one
    const [a, b] = [2 / Math.sqrt(10), 2 / Math.sqrt(16.25)];
    const expected = [3 * a, -a, 0, -4 * b, 0.5 * b, 0];
    expect(near(numbersOf(maxNorm({ axis: 1 }).apply(weights)), expected, 1e-15)).toBe(true);
    expect(near(numbersOf(maxNorm({ axis: -1 }).apply(weights)), expected, 1e-15)).toBe(true);
    expect(numbersOf(maxNorm({ max: 2.5 }).apply(constant([3, -4], "float64")))).toEqual([1.5, -2]);
  });

  it("neither overflows nor divides by 0", () => {
    expect(near(numbersOf(maxNorm({ max: 5 }).apply(constant([[3e30], [4e30]]))), [3, 4], 1e-6)).toBe(true);
    expect(numbersOf(maxNorm({ max: 1e-30 }).apply(constant([[0], [0]])))).toEqual([0, 0]);
  });

  it("refuses a length of 0, and an axis that is not there", () => {
    expect(() => maxNorm({ max: 0 })).toThrow('maxNorm: "max" should be a number from 1e-30 to 1e30, got 0.');
    expect(() => maxNorm({ axis: 0.5 })).toThrow('maxNorm: "axis" should be a whole number, got 0.5.');
    expect(() => maxNorm({ axis: 2 }).apply(weights)).toThrow("maxNorm: axis 2 is outside an array of 2 axes.");
  });
});

describe("unitNorm", () => {
  it("gives each unit's weights the length 1, and leaves zeros", () => {
    // 3 / 5 and -4 / 5; -1 / √1.25 and 0.5 / √1.25
    const [a, b] = [-0.8944271909999159, 0.4472135954999579];
    expect(near(numbersOf(unitNorm().apply(weights)), [0.6, a, 0, -0.8, b, 0], 1e-15)).toBe(true);
  });

  it("takes the length along another axis", () => {
    const expected = [0.6, -0.8, 0, 1];
    const rows = constant(
      [
        [3, -4],
        [0, 7],
      ],
      "float64",
    );
    expect(near(numbersOf(unitNorm({ axis: 1 }).apply(rows)), expected, 1e-15)).toBe(true);
  });

  it("knows the direction of the smallest and the largest weights", () => {
    for (const size of [1e-30, 1e-20, 1e20, 1e37]) {
      expect(near(numbersOf(unitNorm().apply(constant([[3 * size], [4 * size]]))), [0.6, 0.8], 1e-6)).toBe(true);
    }
    expect(() => unitNorm({ axis: 1 }).apply(constant([1, 2]))).toThrow("unitNorm: axis 1 is outside");
  });
});

describe("monotone", () => {
  it("keeps the sign of the rows of chosen inputs, and no other", () => {
    const four = constant(
      [
        [1, -1],
        [-2, 2],
        [-3, 3],
        [-4, 4],
      ],
      "float64",
    );
    const kept = monotone({ increasing: [1], decreasing: [3, 0] }).apply(four);
    expect(numbersOf(kept)).toEqual([0, -1, 0, 2, -3, 3, -4, 0]);
    expect(numbersOf(monotone({}).apply(four))).toEqual([1, -1, -2, 2, -3, 3, -4, 4]);
  });

  it("refuses an input that is both, none, or not there", () => {
    expect(() => monotone({ increasing: [0, 2], decreasing: [2] })).toThrow(
      "monotone: an input should be increasing or decreasing, got 2 in both lists.",
    );
    expect(() => monotone({ increasing: [-1] })).toThrow(
      'monotone: "increasing" should be whole numbers from 0 up, got -1.',
    );
    expect(() => monotone({ decreasing: [2] }).apply(weights)).toThrow(
      "monotone: the weights should have a row for each input, got input 2 and weights [2, 3].",
    );
  });
});
