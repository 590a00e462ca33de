// The numbers are those of scikit-learn 1.2, of the rows in scored-rows.ts.
import { value } from "@neurite/tensor";
import { describe, expect, it } from "vitest";
import { brier } from "./brier";
import { calibrationBins } from "./calibration-bins";
import { calibrationError } from "./calibration-error";
import { indices, many, noRows, oneHotOf, ten, tenOfThree, wide } from "./scored-rows";

describe("brier", () => {
  it("is scikit-learn's brier_score_loss of a single column", () => {
    expect(brier.compute(ten.prediction, ten.target)).toBeCloseTo(0.18275, 15);
    expect(brier.compute(many.prediction, many.target)).toBeCloseTo(0.1614046, 14);
  });

  it("is Brier's sum over classes of several, for indices and shares alike", () => {
    const prediction = value([
      [0.5, 0.25, 0.25],
      [0, 0, 1],
    ]);
    // ¼ + 1/16 + 1/16 and 0; then 1 + 0 + 1 for the second
    expect(brier.compute(prediction, indices([0, 2]))).toBe(0.1875);
    expect(brier.compute(prediction, oneHotOf(indices([0, 2]), 3))).toBe(0.1875);
    expect(brier.compute(prediction, indices([0, 0]))).toBe(1.1875);
    // an index without a column: 1 + 1
    expect(brier.compute(prediction, indices([0, 5]))).toBe(1.1875);
    expect(brier.compute(value([0.25]), value([0.75]))).toBe(0.25);
  });

  it("is null where it is not finite", () => {
    expect(brier.compute(noRows, indices([]))).toBeNull();
    expect(brier.compute(wide([Number.NaN]), wide([1]))).toBeNull();
    expect(brier.compute(wide([0.5]), wide([Number.NaN]))).toBeNull();
    expect(brier.compute(value([[0.5, 0.5]]), wide([Number.NaN]))).toBeNull();
    expect(brier.compute(wide([1e300]), wide([1]))).toBeNull();
  });
});

describe("calibrationBins", () => {
  it("are scikit-learn's calibration_curve, empty bins included", () => {
    // calibration_curve(n_bins=5): 0.11666666666666668, 0.3875, 0.725, 0.9 and 0, ¾, ½, 1; the bins hold 3, 4, 0, 2, 1
    const bins = calibrationBins(ten.prediction, ten.target, { bins: 5 });
    expect(bins.map(({ count }) => count)).toEqual([3, 4, 0, 2, 1]);
    expect(bins.map(({ observed }) => observed)).toEqual([0, 0.75, null, 0.5, 1]);
    for (const [i, predicted] of [0.11666666666666668, 0.3875, null, 0.725, 0.9].entries()) {
      if (predicted === null) expect(bins[i]?.predicted).toBeNull();
      else expect(bins[i]?.predicted).toBeCloseTo(predicted, 15);
    }
    expect(bins[1]).toMatchObject({ from: 0.2, to: 0.4 });
  });

  it("put an edge into the bin below it, and 0 into the first", () => {
    const edges = wide([0, 0.1, 0.2, 0.3, 0.6, 0.7, 0.9, 1]);
    const bins = calibrationBins(edges, wide([0, 0, 0, 0, 0, 0, 0, 0]));
    expect(bins.map(({ count }) => count)).toEqual([2, 1, 1, 0, 0, 1, 1, 0, 1, 1]);
    const thirds = calibrationBins(wide([1 / 3, 2 / 3]), wide([1, 1]), { bins: 3 });
    expect(thirds.map(({ count }) => count)).toEqual([1, 1, 0]);
  });

  it("look at the largest of several probabilities", () => {
    const bins = calibrationBins(tenOfThree.prediction, tenOfThree.target, { bins: 2 });
    // the largest are ½ six times and ⅜ once, of which four are right; ⅝ twice and ¾ once, all right
    expect(bins).toEqual([
      { from: 0, to: 0.5, count: 7, predicted: 3.375 / 7, observed: 3 / 7 },
      { from: 0.5, to: 1, count: 3, predicted: 2 / 3, observed: 1 },
    ]);
    expect(calibrationBins(tenOfThree.prediction, oneHotOf(tenOfThree.target, 3), { bins: 2 })).toEqual(bins);
  });

  it("keep what is no probability at the ends, and are empty without rows", () => {
    const bins = calibrationBins(wide([-1e300, 1e300, Number.POSITIVE_INFINITY]), wide([0, 1, 1e300]), { bins: 2 });
    expect(bins.map(({ predicted, observed }) => [predicted, observed])).toEqual([
      [0, 0],
      [1, 1],
    ]);
    expect(calibrationBins(noRows, indices([]), { bins: 1 })).toEqual([
      { from: 0, to: 1, count: 0, predicted: null, observed: null },
    ]);
  });

  it("refuse NaN and parts of a bin", () => {
    expect(() => calibrationBins(wide([Number.NaN]), wide([1]))).toThrow(
      "calibrationBins: predictions and targets should be numbers, got NaN. Leave out the rows that have none.",
    );
    expect(() => calibrationBins(ten.prediction, ten.target, { bins: 2.5 })).toThrow(
      'calibrationBins: "bins" should be a whole number from 1 to 10000, got 2.5.',
    );
  });
});

describe("calibrationError", () => {
  it("weighs the bins' errors by their rows", () => {
    // NumPy: bins by searchsorted(linspace(0, 1, 11)[1:-1], p), Σ share · |mean y - mean p|
    expect(calibrationError().compute(many.prediction, many.target)).toBeCloseTo(0.02228, 14);
    // (7 · |3 - 3.375| / 7 + 3 · ⅓) / 10
    expect(calibrationError({ bins: 2 }).compute(tenOfThree.prediction, tenOfThree.target)).toBeCloseTo(0.1375, 15);
  });

  it("is 0 for certainty that is right, 1 for certainty that is wrong", () => {
    expect(calibrationError().compute(wide([0, 1]), wide([0, 1]))).toBe(0);
    expect(calibrationError().compute(wide([0, 1]), wide([1, 0]))).toBe(1);
  });

  it("is null for no rows and for NaN", () => {
    expect(calibrationError().compute(noRows, indices([]))).toBeNull();
    expect(calibrationError().compute(wide([Number.NaN]), wide([1]))).toBeNull();
    expect(calibrationError().compute(wide([1]), wide([Number.NaN]))).toBeNull();
    expect(() => calibrationError({ bins: 0 })).toThrow('calibrationError: "bins" should be a whole number from 1');
  });
});
