import { value } from "@neurite/tensor";
import { describe, expect, it } from "vitest";
import { __identifier__ } from "./__file__";

describe("__identifier__", () => {
  it("gives the share of predictions within the tolerance", () => {
    // misses of 0, 0.5, 2 and 8
    const [prediction, target] = [value([[1], [2.5], [5], [-4]]), value([[1], [2], [3], [4]])];
    expect(__identifier__({ tolerance: 2 }).compute(prediction, target)).toBe(0.75);
    expect(__identifier__({ tolerance: 0 }).compute(prediction, target)).toBe(0.25);
  });

  it("refuses a tolerance below 0, and targets that are not as many as predictions", () => {
    expect(() => __identifier__({ tolerance: -1 })).toThrow('"tolerance" should be a number from 0 up, got -1.');
    expect(() => __identifier__().compute(value([1, 2]), value([1]))).toThrow("got 1 and 2. Compare their shapes.");
  });
});
