import { constant, evaluate, gradient } from "@neurite/tensor";
import { describe, expect, it } from "vitest";
import { logCosh } from "./log-cosh";
import { rowsOff, slope, staysFinite, wide } from "./per-row";

describe("logCosh", () => {
  it("keeps its digits from the smallest miss to the largest", () => {
    // mpmath, 80 digits
    const rows = [
      [1e-9, 0, 5e-19, 1e-9],
      [-0.001, 0, 4.999999166666889e-7, -0.0009999996666668],
      [0.5, 0, 0.12011450695827752, 0.46211715726000974],
      [-0.999, 0, 0.4330194464208848, -0.76117386166057],
      [1, 0, 0.4337808304830272, 0.7615941559557649],
      [3, 0, 2.309328504577785, 0.9950547536867305],
      [-40, 0, 39.30685281944005, -1],
      [1000, 0, 999.3068528194401, 1],
    ] as const;
    expect(rowsOff(logCosh, rows, 1e-15)).toEqual([]);
  });

  it("is finite for misses near the end of float32, and pulls not at all where there is none", () => {
    expect(staysFinite(logCosh, [3e38, -3e38, 1e-38, 0], [0, 0, 0, 0])).toBe(true);
    expect(slope(logCosh, wide([2]), wide([2]))).toEqual([0]);
  });

  it("has the second derivative 1 where there is no miss", () => {
    const p = constant([2], "float64");
    const [first] = gradient(logCosh.apply(p, wide([2])).sum(), [p]);
    expect([...evaluate([gradient(first.sum(), [p])[0]])[0].data]).toEqual([1]);
  });
});
