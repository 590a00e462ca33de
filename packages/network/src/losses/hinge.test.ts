import { constant } from "@neurite/tensor";
import { describe, expect, it } from "vitest";
import { hinge } from "./hinge";
import { perRow, slope, wide } from "./per-row";
import { squaredHinge } from "./squared-hinge";

describe("hinge", () => {
  it("counts what is missing to the margin on the target's side", () => {
    expect(perRow(hinge, wide([3, 0.5, 1, -2]), wide([1, 1, 1, 1]))).toEqual([0, 0.5, 0, 3]);
    expect(slope(hinge, wide([3, 0.5, 1, -2]), wide([1, 1, 1, 1])).map((x) => x + 0)).toEqual([0, -1, 0, -1]);
  });

  it("takes 0 for -1", () => {
    const prediction = wide([2, -0.5, -3]);
    expect(perRow(hinge, prediction, wide([-1, -1, -1]))).toEqual([3, 0.5, 0]);
    expect(perRow(hinge, prediction, constant([0, 0, 0], "int32"))).toEqual([3, 0.5, 0]);
  });

  it("refuses other labels", () => {
    expect(() => hinge.apply(wide([1, 1]), wide([1, 2]))).toThrow(
      "hinge: the targets should be -1 and 1, or 0 and 1, got 2 in row 1. Code the two classes so.",
    );
  });
});

describe("squaredHinge", () => {
  it("squares it", () => {
    expect(perRow(squaredHinge, wide([3, 0.5, 1, 2]), wide([1, 1, 1, 0]))).toEqual([0, 0.25, 0, 9]);
    expect(slope(squaredHinge, wide([3, 0.5, 1, 2]), wide([1, 1, 1, 0])).map((x) => x + 0)).toEqual([0, -1, 0, 6]);
  });
});
