import { value } from "@neurite/tensor";
import { describe, expect, it } from "vitest";
import { accuracy } from "./accuracy";
import { logLoss } from "./log-loss";

const indices = (numbers: readonly number[]) => value(Int32Array.from(numbers));
const three = value([
  [0.5, 0.25, 0.25],
  [0.25, 0.25, 0.5],
  [0.25, 0.5, 0.25],
  [0.5, 0.25, 0.25],
]);

describe("accuracy", () => {
  it("takes the largest column for the class, against indices or one-hot targets", () => {
    expect(accuracy.compute(three, indices([0, 2, 0, 1]))).toBe(0.5);
    expect(accuracy.compute(three, value(Int32Array.of(0, 2, 0, 0), { shape: [4, 1] }))).toBe(0.75);
    expect(
      accuracy.compute(
        three,
        value([
          [1, 0, 0],
          [0, 0, 1],
          [0, 1, 0],
          [0, 0, 1],
        ]),
      ),
    ).toBe(0.75);
  });

  it("takes the first of equals", () => {
    expect(accuracy.compute(value([[0.5, 0.5]]), indices([0]))).toBe(1);
  });

  it("takes a single column above ½ for yes", () => {
    expect(accuracy.compute(value([[0.6], [0.5], [0.2], [0.9]]), value([[1], [0], [1], [1]]))).toBe(0.75);
    expect(accuracy.compute(value([0.6, 0.5]), indices([1, 1]))).toBe(0.5);
  });

  it("counts an index outside the classes as wrong", () => {
    expect(accuracy.compute(three, indices([0, 2, 1, 7]))).toBe(0.75);
  });

  it("is null for no rows and for a prediction that is NaN", () => {
    expect(accuracy.compute(value(new Float32Array(0), { shape: [0, 3] }), indices([]))).toBeNull();
    expect(accuracy.compute(value([Number.NaN]), value([1]))).toBeNull();
  });

  it("refuses targets of other rows or columns", () => {
    expect(() => accuracy.compute(three, indices([0, 1]))).toThrow("got predictions [4, 3] and targets [2].");
    expect(() =>
      accuracy.compute(
        three,
        value([
          [1, 0],
          [0, 1],
          [1, 0],
          [0, 1],
        ]),
      ),
    ).toThrow("and targets [4, 2].");
  });
});

describe("logLoss", () => {
  it("is the mean surprise over rows, of indices and shares alike", () => {
    // 1, 1, 1 and 2 times log 2
    expect(logLoss.compute(three, indices([0, 2, 1, 1]))).toBeCloseTo(1.25 * Math.LN2, 15);
    const shares = value([
      [1, 0, 0],
      [0, 0, 1],
      [0, 1, 0],
      [0, 0.5, 0.5],
    ]);
    expect(logLoss.compute(three, shares)).toBeCloseTo(1.25 * Math.LN2, 15);
  });

  it("reads a single column as the probability of yes", () => {
    // log 2 and log 4
    expect(logLoss.compute(value([[0.5], [0.75]]), value([[1], [0]]))).toBeCloseTo(1.5 * Math.LN2, 15);
  });

  it("is 0 for certainty that is right and bounded for certainty that is wrong", () => {
    expect(logLoss.compute(value([1, 0]), value([1, 0]))).toBe(0);
    expect(logLoss.compute(value([[1, 0]]), indices([0]))).toBe(0);
    expect(logLoss.compute(value([0]), value([1]))).toBeCloseTo(34.538776394910684, 12); // 15 log 10
    expect(logLoss.compute(value([[1, 0]]), indices([5]))).toBeCloseTo(34.538776394910684, 12);
  });

  it("is null for no rows and for numbers that are not finite", () => {
    expect(logLoss.compute(value(new Float32Array(0)), value(new Float32Array(0)))).toBeNull();
    expect(logLoss.compute(value([Number.NaN]), value([1]))).toBeNull();
    expect(logLoss.compute(value([0.5]), value([Number.NaN]))).toBeNull();
  });
});
