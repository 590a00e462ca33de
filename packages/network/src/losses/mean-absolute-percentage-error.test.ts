import { describe, expect, it } from "vitest";
import { meanAbsolutePercentageError } from "./mean-absolute-percentage-error";
import { perRow, rowsOff, slope, wide } from "./per-row";

describe("meanAbsolutePercentageError", () => {
  it("gives percent of the target's size", () => {
    // 100 · 1/4, 100 · 3/2, 100 · 0.75/0.25
    const rows = [
      [3, 4, 25, -25],
      [-1, 2, 150, -50],
      [0.5, -0.25, 300, 400],
    ] as const;
    expect(rowsOff(meanAbsolutePercentageError(), rows, 0)).toEqual([]);
  });

  it("counts a target of 0 as one of size epsilon", () => {
    expect(perRow(meanAbsolutePercentageError(), wide([1]), wide([0]))[0]).toBeCloseTo(1e9, 5);
    expect(perRow(meanAbsolutePercentageError({ epsilon: 0.5 }), wide([1, 1]), wide([0, 0.25]))).toEqual([200, 150]);
    expect(slope(meanAbsolutePercentageError(), wide([0]), wide([0]))).toEqual([0]);
  });

  it.each([0, -1, Number.NaN])("refuses an epsilon of %d", (epsilon) => {
    expect(() => meanAbsolutePercentageError({ epsilon })).toThrow('"epsilon" should be a number above 0');
  });
});
