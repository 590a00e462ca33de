import { describe, expect, it } from "vitest";
import { lineSearch } from "./line-search";

/** A function of one number, searched from 0 downwards. */
const search = (f: (x: number) => number, slope: (x: number) => number, options: object = {}) => {
  const asked: number[] = [];
  const found = lineSearch({
    objective: ([x = 0]) => {
      asked.push(x);
      return { loss: f(x), gradient: Float64Array.of(slope(x)) };
    },
    start: { point: Float64Array.of(0), loss: f(0), gradient: Float64Array.of(slope(0)) },
    direction: [1],
    firstStep: 1,
    c1: 1e-4,
    c2: 0.1,
    maxEvaluations: 25,
    ...options,
  });
  return { found, asked };
};

/** What the strong Wolfe conditions ask of a step. */
const holds = (f: (x: number) => number, slope: (x: number) => number, x: number) =>
  f(x) <= f(0) + 1e-4 * x * slope(0) && Math.abs(slope(x)) <= 0.1 * Math.abs(slope(0));

describe("lineSearch", () => {
  it.each([
    ["a near minimum", (x: number) => (x - 0.01) ** 2, (x: number) => 2 * (x - 0.01)],
    ["a far minimum", (x: number) => (x - 4000) ** 2, (x: number) => 2 * (x - 4000)],
    ["a flat bend", (x: number) => (x - 5) ** 4, (x: number) => 4 * (x - 5) ** 3],
    // function 1 of Moré and Thuente (1994)
    ["-x / (x² + 2)", (x: number) => -x / (x * x + 2), (x: number) => (x * x - 2) / (x * x + 2) ** 2],
  ])("finds a step of %s that meets both conditions", (_, f, slope) => {
    for (const firstStep of [1e-3, 0.1, 1, 10, 1000]) {
      const { found, asked } = search(f, slope, { firstStep });
      expect(holds(f, slope, found?.step ?? Number.NaN)).toBe(true);
      expect(asked.length).toBeLessThan(20);
    }
  });

  it("asks once where the first step will do", () => {
    const { found, asked } = search(
      (x) => (x - 1) ** 2,
      (x) => 2 * (x - 1),
    );
    expect(asked).toEqual([1]);
    expect(found).toMatchObject({ step: 1, loss: 0, slope: 0 });
  });

  it("gives the best step so far when it may ask no more, and none where there is none", () => {
    const far = search(
      (x) => (x - 4000) ** 2,
      (x) => 2 * (x - 4000),
      { maxEvaluations: 2 },
    );
    expect(far.asked.length).toBe(2);
    expect(far.found?.step).toBe(far.asked[1]);
    const near = search(
      (x) => (x - 1e-9) ** 2,
      (x) => 2 * (x - 1e-9),
      { maxEvaluations: 2 },
    );
    expect(near.found).toBeUndefined();
  });

  it("goes back from where the loss or its slope is no number", () => {
    const { found, asked } = search(
      (x) => (x > 0.05 ? Number.NaN : (x - 0.04) ** 2),
      (x) => 2 * (x - 0.04),
    );
    expect(asked[1]).toBeCloseTo(0.1, 12);
    expect(Math.abs((found?.step ?? 0) - 0.04)).toBeLessThan(0.005); // a tenth of the slope may be left
    const edge = search(
      (x) => -x,
      (x) => (x > 0.05 ? Number.NEGATIVE_INFINITY : -1),
      { maxEvaluations: 6 },
    );
    expect(edge.found?.step).toBeGreaterThan(0);
    expect(edge.found?.step).toBeLessThanOrEqual(0.05);
  });
});
