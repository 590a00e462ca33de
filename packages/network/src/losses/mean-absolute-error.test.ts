import { describe, expect, it } from "vitest";
import { meanAbsoluteError } from "./mean-absolute-error";
import { perRow, slope, wide } from "./per-row";

describe("meanAbsoluteError", () => {
  it("gives the mean distance of each row", () => {
    expect(
      perRow(
        meanAbsoluteError,
        wide([
          [1, 3],
          [5, 5],
        ]),
        wide([
          [2, 0],
          [5, 3],
        ]),
      ),
    ).toEqual([2, 1]);
  });

  it("pulls with the same strength however large the miss, and not at all where there is none", () => {
    expect(slope(meanAbsoluteError, wide([1, 100, -7]), wide([2, 0, -7]))).toEqual([-1, 1, 0]);
  });

  it("refuses targets of another shape", () => {
    const apply = () => meanAbsoluteError.apply(wide([1, 2]), wide([[1, 2]]));
    expect(apply).toThrow("meanAbsoluteError: the targets should have the shape of the prediction, [2], got [1, 2].");
  });
});
