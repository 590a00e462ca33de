import { describe, expect, it } from "vitest";
import { numberStatistics, standardise, unstandardise } from "./number-statistics";

const of = (...numbers: number[]) => numberStatistics(Float64Array.from(numbers));

describe("numberStatistics", () => {
  it("gives mean, median and standard deviation of the numbers", () => {
    // Mean 5; squares 9, 1, 1, 1, 0, 0, 4, 16 add up to 32; sqrt(32 / 8) = 2.
    expect(of(2, 4, 4, 4, 5, 5, 7, 9)).toEqual({
      count: 8,
      distinct: 5,
      min: 2,
      max: 9,
      mean: 5,
      median: 4.5,
      standardDeviation: 2,
    });
  });

  it("leaves out NaN, and takes only the rows given", () => {
    expect(of(Number.NaN, 1, 3)).toMatchObject({ count: 2, mean: 2, median: 2 });
    expect(numberStatistics(Float64Array.of(1, 100, 3), Int32Array.of(0, 2))).toMatchObject({
      count: 2,
      max: 3,
      mean: 2,
    });
  });

  it("is exactly 0 for the deviation of equal numbers, however they round", () => {
    expect(of(0.1, 0.1, 0.1)).toMatchObject({ mean: 0.1, standardDeviation: 0, distinct: 1 });
    expect(of(-0, 0).distinct).toBe(1);
  });

  it("stays finite for huge numbers", () => {
    // Mean 0.5e308 / 3; deviations from it (in 1e308) 5/6, -7/6, 1/3: squares add up to 78/36, sqrt(78 / 108) = 0.8498…
    const { mean, standardDeviation } = of(1e308, -1e308, 5e307);
    expect(mean / 1e308).toBeCloseTo(0.5 / 3, 15);
    expect(standardDeviation / 1e308).toBeCloseTo(0.849836585598797, 14);
    expect(of(Number.MAX_VALUE, -Number.MAX_VALUE)).toMatchObject({ mean: 0, standardDeviation: Number.MAX_VALUE });
  });

  it("keeps apart numbers whose squares vanish", () => {
    expect(of(1e-200, 3e-200).standardDeviation / 1e-200).toBeCloseTo(1, 14);
    expect(of(5e-324, 1.5e-323).standardDeviation).toBe(5e-324);
  });

  it("is all zeros for nothing", () => {
    expect(of()).toEqual({ count: 0, distinct: 0, min: 0, max: 0, mean: 0, median: 0, standardDeviation: 0 });
  });
});

describe("standardise and unstandardise", () => {
  it("undo each other, and do not overflow", () => {
    expect(standardise(7, 5, 2)).toBe(1);
    expect(unstandardise(1, 5, 2)).toBe(7);
    // (1.5e308 + 1.5e308) / 1e308, though the sum itself is beyond float64.
    expect(standardise(1.5e308, -1.5e308, 1e308)).toBeCloseTo(3, 14);
    expect(unstandardise(4, 0, 1e308)).toBe(Number.MAX_VALUE);
    expect(unstandardise(-4, 0, 1e308)).toBe(-Number.MAX_VALUE);
  });

  it("give 0 and the mean for a constant", () => {
    expect(standardise(9, 7, 0)).toBe(0);
    expect(unstandardise(0, 7, 0)).toBe(7);
  });
});
