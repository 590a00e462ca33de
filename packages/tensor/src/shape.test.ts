import { describe, expect, it } from "vitest";
import { refusal } from "../test/refusal";
import { axesOf, axisOf, broadcastShapes, checkAxes, checkShape, sizeOf, stridesOf } from "./shape";

describe("sizeOf and stridesOf", () => {
  it("multiply sides", () => {
    expect([sizeOf([]), sizeOf([2, 3, 4]), sizeOf([5, 0])]).toEqual([1, 24, 0]);
    // the last axis is contiguous
    expect(stridesOf([2, 3, 4])).toEqual([12, 4, 1]);
    expect(stridesOf([])).toEqual([]);
  });
});

describe("checkShape", () => {
  it("refuses what is no list of sizes, and sizes beyond counting", () => {
    expect(refusal(() => checkShape([2, -1], "test")).message).toBe(
      "test: a shape holds whole numbers from 0 up, got [2, -1]. Check the sizes it is made from.",
    );
    expect(refusal(() => checkShape([NaN], "test")).code).toBe("bad-shape");
    expect(refusal(() => checkShape([2 ** 30, 2 ** 30], "test")).message).toBe(
      "test: shape [1073741824, 1073741824] has more elements than a machine can count. Use smaller sizes.",
    );
  });
});

describe("broadcastShapes", () => {
  it("follows NumPy's table of examples", () => {
    // NumPy, "Broadcasting", general rules
    expect(broadcastShapes([256, 256, 3], [3], "t")).toEqual([256, 256, 3]);
    expect(broadcastShapes([8, 1, 6, 1], [7, 1, 5], "t")).toEqual([8, 7, 6, 5]);
    expect(broadcastShapes([5, 4], [1], "t")).toEqual([5, 4]);
    expect(broadcastShapes([15, 3, 5], [3, 1], "t")).toEqual([15, 3, 5]);
    expect(broadcastShapes([0, 3], [1, 3], "t")).toEqual([0, 3]);
    expect(broadcastShapes([], [2], "t")).toEqual([2]);
    expect(refusal(() => broadcastShapes([2, 1], [8, 4, 3], "t")).message).toBe(
      "t: shapes [2, 1] and [8, 4, 3] do not broadcast, since 2 and 4 differ and neither is 1. Reshape one of them.",
    );
    expect(refusal(() => broadcastShapes([0], [2], "t")).code).toBe("bad-shape");
  });
});

describe("axes", () => {
  it("count from the end where negative", () => {
    expect([axisOf(-1, 3, "t"), axisOf(0, 3, "t")]).toEqual([2, 0]);
    expect(axesOf([-1, 0, 2], 3, "t")).toEqual([0, 2]);
    expect(axesOf(undefined, 2, "t")).toEqual([0, 1]);
    expect(axesOf(-2, 2, "t")).toEqual([0]);
  });

  it("are refused outside", () => {
    expect(refusal(() => axisOf(3, 3, "t")).message).toBe("t: axis 3 is outside an array of 3 axes. Use -3 to 2.");
    expect(refusal(() => axisOf(-4, 3, "t")).code).toBe("bad-shape");
    expect(refusal(() => axisOf(NaN, 3, "t")).code).toBe("bad-shape");
  });

  it("stand in an operation ascending, each once", () => {
    expect(() => checkAxes([0, 2], 3, "t")).not.toThrow();
    for (const axes of [[2, 0], [0, 0], [-1], [3], [0.5]]) {
      expect(refusal(() => checkAxes(axes, 3, "t")).code).toBe("bad-shape");
    }
  });
});
