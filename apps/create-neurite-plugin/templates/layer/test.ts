import { createModel, value } from "neurite";
import { describe, expect, it } from "vitest";
import { __identifier__ } from "./__file__";

describe("__identifier__", () => {
  it("multiplies all columns by the start before training", () => {
    const model = createModel(__identifier__({ start: 0.5 }), { inputs: [2] });
    expect([...model.predict([[3, -4]]).data]).toEqual([1.5, -2]);
  });

  it("multiplies each column by its own factor", () => {
    const weights = new Map([["factor", value([2, 0])]]);
    const model = createModel(__identifier__(), { inputs: [2], weights });
    expect([
      ...model.predict([
        [3, 4],
        [5, 6],
      ]).data,
    ]).toEqual([6, 0, 10, 0]);
  });

  it("refuses a start that is not finite", () => {
    expect(() => __identifier__({ start: Number.NaN })).toThrow('"start" should be a finite number, got NaN.');
  });
});
