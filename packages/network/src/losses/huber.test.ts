import { constant } from "@neurite/tensor";
import { describe, expect, it } from "vitest";
import { huber } from "./huber";
import { perRow, slope, wide } from "./per-row";

describe("huber", () => {
  it("squares small misses and grows straight beyond delta", () => {
    // delta 2: 1²/2, 2²/2 at the seam, 2 (5 - 1)
    expect(perRow(huber({ delta: 2 }), wide([1, -2, 5]), wide([0, 0, 0]))).toEqual([0.5, 2, 8]);
  });

  it("has delta 1 unless told otherwise", () => {
    expect(huber().config).toEqual({ delta: 1 });
    expect(perRow(huber(), wide([3]), wide([0]))).toEqual([2.5]); // 3 - ½
  });

  it("pulls as the miss up to delta, as delta beyond", () => {
    expect(slope(huber({ delta: 2 }), wide([1, -2, 5, 0]), wide([0, 0, 0, 0]))).toEqual([1, -2, 2, 0]);
  });

  it("stays finite for a miss whose square is beyond float32", () => {
    expect(perRow(huber(), constant([2 ** 100]), constant([0]))).toEqual([2 ** 100]);
  });

  it.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])("refuses a delta of %d", (delta) => {
    expect(() => huber({ delta })).toThrow('huber: "delta" should be a number above 0');
  });
});
