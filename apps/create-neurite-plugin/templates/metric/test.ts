import { value } from "@neurite/tensor";
import { testPlugin } from "neurite/testing";
import { describe, expect, it, test } from "vitest";
import { __identifier__, plugin } from "./index";

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

// every check that neurite has for a metric, each as a test of its own
testPlugin(plugin, { test, kinds: { "__prefix__/__identifier__": { config: { tolerance: 0.5 } } } });
