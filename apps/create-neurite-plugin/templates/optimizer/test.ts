import { constant, evaluate } from "@neurite/tensor";
import { describe, expect, it } from "vitest";
import { __identifier__ } from "./__file__";

describe("__identifier__", () => {
  it("moves along the mean, but not where the gradient disagrees", () => {
    const { parameter, state } = __identifier__({ momentum: 0.5 }).update({
      parameter: constant([10, 10], "float64"),
      gradient: constant([2, 2], "float64"),
      state: { mean: constant([4, -6], "float64") },
      learningRate: constant(0.5, "float64"),
      step: constant(1, "float64"),
      decay: true,
    });
    const [weights, mean] = evaluate([parameter, state.mean]);
    // 0.5 · 4 + 0.5 · 2 = 3, along which 10 - 0.5 · 3 = 8.5; 0.5 · -6 + 0.5 · 2 = -2 against a gradient of 2 stays
    expect([...mean.data]).toEqual([3, -2]);
    expect([...weights.data]).toEqual([8.5, 10]);
  });

  it("refuses a momentum outside [0, 1)", () => {
    expect(() => __identifier__({ momentum: 1 })).toThrow('"momentum" should be a number from 0 to below 1, got 1.');
  });
});
