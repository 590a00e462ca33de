import { constant } from "@neurite/tensor";
import { describe, expect, it } from "vitest";
import { perRow, slope, wide } from "./per-row";
import { quantile } from "./quantile";

describe("quantile", () => {
  it("weighs misses on one side by the quantile, on the other by the rest", () => {
    // 0.75 · 2 below the target, 0.25 · 2 above it
    const loss = quantile({ quantile: 0.75 });
    expect(perRow(loss, wide([1, 5, 3]), wide([3, 3, 3]))).toEqual([1.5, 0.5, 0]);
    expect(slope(loss, wide([1, 5, 3]), wide([3, 3, 3]))).toEqual([-0.75, 0.25, 0]);
  });

  it("is half the absolute error unless told otherwise", () => {
    expect(perRow(quantile(), wide([1, -5]), wide([3, 3]))).toEqual([1, 4]);
  });

  it("agrees with scikit-learn's mean_pinball_loss", () => {
    // scikit-learn 1.2: mean_pinball_loss([1, 2, 3], [0, 2.5, 4.25], alpha=0.1)
    const rows = perRow(quantile({ quantile: 0.1 }), wide([0, 2.5, 4.25]), wide([1, 2, 3]));
    expect(rows.reduce((a, b) => a + b) / 3).toBeCloseTo(0.5583333333333333, 15);
  });

  it("compares one target with several quantiles", () => {
    const loss = quantile({ quantile: [0.25, 0.75] });
    const prediction = wide([
      [1, 5],
      [3, 7],
    ]);
    // (0.25 · 2 + 0.25 · 2) / 2 and (0 + 0.25 · 4) / 2
    for (const target of [
      wide([3, 3]),
      wide([[3], [3]]),
      wide([
        [3, 3],
        [3, 3],
      ]),
      constant([3, 3], "int32"),
    ]) {
      expect(perRow(loss, prediction, target)).toEqual([0.5, 0.5]);
    }
  });

  it("refuses quantiles outside 0 to 1, and lists and targets that do not fit", () => {
    expect(() => quantile({ quantile: 1 })).toThrow('quantile: "quantile" should be a number between 0 and 1, got 1.');
    expect(() => quantile({ quantile: [0.5, 2] })).toThrow('"quantile[1]" should be a number between 0 and 1, got 2.');
    expect(() => quantile({ quantile: [] })).toThrow("or a list of such, got [].");
    const loss = quantile({ quantile: [0.1, 0.9] });
    expect(() => loss.apply(wide([[1, 2, 3]]), wide([1]))).toThrow(
      "should have one number for each column of the prediction, 3, got 2",
    );
    expect(() => loss.apply(wide([1, 2]), wide([1, 2]))).toThrow("of the prediction, 1, got 2");
    expect(() => loss.apply(wide([[1, 2]]), wide([[1, 2, 3]]))).toThrow(
      "the targets should be one number for all quantiles, [rows, 1], or one for each, [rows, 2], got [rows, 3].",
    );
  });
});
