// The numbers are those of scikit-learn 1.2, sklearn.metrics, of the rows in scored-rows.ts.
import { value } from "@neurite/tensor";
import { describe, expect, it } from "vitest";
import { prAuc } from "./pr-auc";
import { rocAuc } from "./roc-auc";
import { indices, many, manyOfThree, noRows, oneHotOf, ten, tenOfThree, wide } from "./scored-rows";

describe("rocAuc", () => {
  it("is that of scikit-learn, ties counting half", () => {
    expect(rocAuc.compute(ten.prediction, ten.target)).toBe(0.8);
    expect(rocAuc.compute(many.prediction, many.target)).toBeCloseTo(0.8441498372118169, 15);
    expect(rocAuc.compute(wide([0.5, 0.5, 0.5]), indices([1, 0, 0]))).toBe(0.5);
  });

  it("is the mean of one against the rest, as scikit-learn's multi_class=ovr", () => {
    expect(rocAuc.compute(tenOfThree.prediction, tenOfThree.target)).toBeCloseTo(0.8501984126984127, 15);
    expect(rocAuc.compute(tenOfThree.prediction, oneHotOf(tenOfThree.target, 3))).toBeCloseTo(0.8501984126984127, 15);
    expect(rocAuc.compute(manyOfThree.prediction, manyOfThree.target)).toBeCloseTo(0.3442325378505246, 15);
  });

  it("asks for the order only, infinite numbers included", () => {
    const infinite = wide([
      Number.NEGATIVE_INFINITY,
      -1e300,
      1e300,
      Number.POSITIVE_INFINITY,
      Number.POSITIVE_INFINITY,
    ]);
    // of the six pairs five are in order and one is tied
    expect(rocAuc.compute(infinite, indices([0, 1, 0, 1, 0]))).toBe((1 + 2 + 0.5) / 6);
  });

  it("is null for one class, and leaves out a class of several that does not occur", () => {
    expect(rocAuc.compute(wide([0.1, 0.9]), indices([1, 1]))).toBeNull();
    expect(rocAuc.compute(wide([0.1, 0.9]), indices([0, 0]))).toBeNull();
    expect(rocAuc.compute(tenOfThree.prediction, indices(Array.from({ length: 10 }, () => 2)))).toBeNull();
    const two = value([
      [0.7, 0.2, 0.1],
      [0.2, 0.7, 0.1],
      [0.6, 0.3, 0.1],
    ]);
    expect(rocAuc.compute(two, indices([0, 1, 0]))).toBe(1);
  });

  it("sorts a hundred thousand rows in a moment", () => {
    const rows = 100_000;
    const rising = Float64Array.from({ length: rows }, (_, i) => (i * 7919) % rows);
    const upper = Int32Array.from(rising, (x) => Number(x >= rows / 2));
    expect(rocAuc.compute(value(rising), value(upper))).toBe(1);
    expect(prAuc.compute(value(rising), value(upper))).toBe(1);
  });
});

describe("prAuc", () => {
  it("is scikit-learn's average precision", () => {
    expect(prAuc.compute(ten.prediction, ten.target)).toBeCloseTo(0.8095238095238095, 15);
    expect(prAuc.compute(many.prediction, many.target)).toBeCloseTo(0.8340523518177178, 14);
    expect(prAuc.compute(tenOfThree.prediction, tenOfThree.target)).toBeCloseTo(0.7337962962962963, 15);
    expect(prAuc.compute(manyOfThree.prediction, manyOfThree.target)).toBeCloseTo(0.29658613603656375, 14);
  });

  it("is the share of yes for a guess, 1 for nothing but yes, null without one", () => {
    expect(prAuc.compute(wide([0.5, 0.5, 0.5, 0.5]), indices([1, 0, 0, 0]))).toBe(0.25);
    expect(prAuc.compute(wide([0.1, 0.9]), indices([1, 1]))).toBe(1);
    expect(prAuc.compute(wide([0.1, 0.9]), indices([0, 0]))).toBeNull();
    expect(prAuc.compute(tenOfThree.prediction, indices(Array.from({ length: 10 }, () => 2)))).toBe(1);
  });
});

describe("both", () => {
  it.each([rocAuc, prAuc])("$kind is null for no rows and for NaN, and refuses shapes that do not fit", (metric) => {
    expect(metric.compute(noRows, indices([]))).toBeNull();
    expect(metric.compute(wide([]), wide([]))).toBeNull();
    expect(metric.compute(wide([Number.NaN, 1]), wide([1, 0]))).toBeNull();
    expect(metric.compute(wide([0.5, 1]), wide([Number.NaN, 0]))).toBeNull();
    expect(() => metric.compute(tenOfThree.prediction, indices([0, 1]))).toThrow("[10, 3] and targets [2].");
  });

  it("leave their input as it is", () => {
    const numbers = [0.9, 0.1, 0.5];
    const prediction = wide(numbers);
    rocAuc.compute(prediction, indices([1, 0, 1]));
    prAuc.compute(prediction, indices([1, 0, 1]));
    expect([...prediction.data]).toEqual(numbers);
  });
});
