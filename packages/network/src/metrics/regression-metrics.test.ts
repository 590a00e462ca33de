import { NeuriteError, value } from "@neurite/tensor";
import { describe, expect, it } from "vitest";
import { mae } from "./mae";
import { mape } from "./mape";
import { r2 } from "./r2";
import { rmse } from "./rmse";

const wide = (numbers: readonly number[]) => value(Float64Array.from(numbers));

describe("rmse and mae", () => {
  it("tell how far predictions are off, in the target's unit", () => {
    // misses 3 and 4: √(25 / 2) and 7 / 2
    expect(rmse.compute(wide([3, 0]), wide([0, 4]))).toBeCloseTo(3.5355339059327378, 14);
    expect(mae.compute(wide([3, 0]), wide([0, 4]))).toBe(3.5);
  });

  it("count every column alike", () => {
    expect(
      mae.compute(
        value([
          [1, 2],
          [3, 4],
        ]),
        value([
          [0, 0],
          [0, 0],
        ]),
      ),
    ).toBe(2.5);
  });

  it("take a missing column for one", () => {
    expect(rmse.compute(value([[1], [5]]), value([3, 3]))).toBe(2);
    expect(mae.compute(value([1, 5]), value([[3], [3]]))).toBe(2);
  });

  it("do not overflow where the squares would, nor vanish", () => {
    expect((rmse.compute(wide([0, 0]), wide([3e200, 4e200])) ?? 0) / 1e200).toBeCloseTo(3.5355339059327378, 12);
    expect((rmse.compute(wide([0, 0]), wide([3e-200, 4e-200])) ?? 0) * 1e200).toBeCloseTo(3.5355339059327378, 12);
    expect(mae.compute(wide([1e308, 1e308]), wide([0, 0]))).toBe(1e308);
  });

  it.each([
    [[], []],
    [[Number.NaN], [1]],
    [[1], [Number.POSITIVE_INFINITY]],
    [[1e308], [-1e308]],
  ])("are null for the prediction %j of %j", (prediction, target) => {
    expect(rmse.compute(wide(prediction), wide(target))).toBeNull();
    expect(mae.compute(wide(prediction), wide(target))).toBeNull();
  });
});

describe("mape", () => {
  it("is that of scikit-learn where no target is 0", () => {
    // mean_absolute_percentage_error([3, -0.5, 2, 7], [2.5, 0, 2, 8]) of scikit-learn 1.2
    expect(mape.compute(wide([2.5, 0, 2, 8]), wide([3, -0.5, 2, 7]))).toBe(0.3273809523809524);
    expect(mape.compute(value([[1], [5]]), value([2, 4]))).toBe(0.375);
  });

  it("does not overflow where the difference would, nor vanish", () => {
    expect(mape.compute(wide([-1.5e308]), wide([1.5e308]))).toBe(2);
    expect(mape.compute(wide([3e-310]), wide([2e-310]))).toBeCloseTo(0.5, 12);
  });

  it.each([
    ["no rows", [], []],
    ["a target of 0", [1, 0], [1, 0]],
    ["a prediction of NaN", [Number.NaN], [1]],
    ["an infinite target", [1], [Number.POSITIVE_INFINITY]],
    ["an infinite prediction", [Number.NEGATIVE_INFINITY], [1]],
    ["a share beyond float64", [1e300], [1e-300]],
  ])("is null for %s", (_, prediction, target) => {
    expect(mape.compute(wide(prediction), wide(target))).toBeNull();
  });
});

describe("r2", () => {
  it("is 1 for a perfect prediction, 0 for the mean, and below 0 for worse", () => {
    expect(r2.compute(wide([1, 2, 3]), wide([1, 2, 3]))).toBe(1);
    expect(r2.compute(wide([2, 2, 2]), wide([1, 2, 3]))).toBe(0);
    expect(r2.compute(wide([3, 2, 1]), wide([1, 2, 3]))).toBe(-3); // 1 - 8 / 2
  });

  it("is the mean over columns", () => {
    const prediction = value([
      [1, 20],
      [2, 20],
      [3, 20],
    ]);
    expect(
      r2.compute(
        prediction,
        value([
          [1, 10],
          [2, 20],
          [3, 30],
        ]),
      ),
    ).toBe(0.5); // 1 and 0
  });

  it.each([
    ["no row", [], []],
    ["one row", [1], [1]],
    ["a constant target", [0.1, 0.2, 0.3], [0.1, 0.1, 0.1]],
    ["a prediction that is not finite", [Number.NaN, 1], [1, 2]],
    ["a ratio beyond float64", [1e200, 1e200], [0, 1e-200]],
  ])("is null for %s", (_, prediction, target) => {
    expect(r2.compute(wide(prediction), wide(target))).toBeNull();
  });

  it("is null where one of several columns is constant", () => {
    expect(
      r2.compute(
        value([
          [1, 5],
          [2, 5],
        ]),
        value([
          [1, 5],
          [2, 5],
        ]),
      ),
    ).toBeNull();
  });

  it("keeps its digits far from 0 and at any size", () => {
    expect(r2.compute(wide([1e9 + 1, 1e9 + 2, 1e9 + 4]), wide([1e9 + 1, 1e9 + 2, 1e9 + 3]))).toBe(0.5);
    expect(r2.compute(wide([1e300, 2e300, 4e300]), wide([1e300, 2e300, 3e300]))).toBeCloseTo(0.5, 14);
  });

  it("finds the mean where a plain sum rounds by more than the spread", () => {
    // every second target is larger by two units in the last place; the first two are foretold the wrong way round:
    // 1 - 2 u² / (10000 (u / 2)²) = 1 - 8 / 10000
    const target = Array.from({ length: 10000 }, (_, i) => 0.7 + (i % 2) * 2 ** -52);
    const prediction = [target[1] as number, target[0] as number, ...target.slice(2)];
    expect(r2.compute(wide(prediction), wide(target))).toBeCloseTo(0.9992, 6);
  });

  it("refuses shapes that do not fit", () => {
    const compute = () => r2.compute(value([[1, 2]]), value([1, 2]));
    expect(compute).toThrow(NeuriteError);
    expect(compute).toThrow(
      "r2: the targets' shape should be the prediction's, got predictions [1, 2] and targets [2].",
    );
  });
});
