import fc from "fast-check";
import { describe, expect, it } from "vitest";
import fits from "../../test-data/quantile-fits.json" with { type: "json" };
import { refusal } from "../refusal";
import { expectNumbers } from "./expect-numbers";
import { predictGeneralized } from "./predict-generalized";
import { quantileFormula, quantileRegression } from "./quantile-regression";

const estimates = (fit: { coefficients: readonly { estimate: number }[] }) =>
  fit.coefficients.map(({ estimate }) => estimate);

describe("quantileRegression", () => {
  for (const { title, columns, target, intercept, quantile, expected } of fits) {
    it(`finds the ${quantile} quantile of ${title} as linear programming does`, () => {
      const fit = quantileRegression(Object.entries(columns), target, { intercept, quantile });
      expect(fit.converged).toBe(true);
      const column = (of: "estimate" | "standardError" | "statistic" | "pValue" | "lower") =>
        fit.coefficients.map((one) => one[of]);
      expectNumbers(column("estimate"), expected.params, "estimate");
      expectNumbers(column("standardError"), expected.bse, "standardError");
      expectNumbers(column("statistic"), expected.t, "statistic");
      expectNumbers(column("pValue"), expected.p, "pValue");
      expectNumbers(column("lower"), expected.lower, "lower");
      expectNumbers([fit.loss, fit.density], [expected.loss, expected.density], "loss and density");
    });
  }

  it("finds what R's quantreg prints for Engel's households and for the stack losses", () => {
    const [engel, stack] = [fits[1], fits[3]] as [(typeof fits)[number], (typeof fits)[number]];
    const median = quantileRegression(Object.entries(engel.columns), engel.target);
    expect(estimates(median).map((b) => b.toFixed(5))).toEqual(["81.48225", "0.56018"]);
    // example(rq): rq(stack.loss ~ stack.x, .25)
    const quarter = quantileRegression(Object.entries(stack.columns), stack.target, { quantile: 0.25 });
    expect(estimates(quarter).map((b) => Math.round(b * 1e9) / 1e9 + 0)).toEqual([-36, 0.5, 1, 0]);
  });

  it("finds sample quantiles where there is no column", () => {
    const y = [9, 1, 5, 3, 7];
    expect([0.1, 0.3, 0.5, 0.7, 0.9].map((quantile) => estimates(quantileRegression({}, y, { quantile }))[0])).toEqual(
      [1, 3, 5, 7, 9].map((value) => expect.closeTo(value, 12)),
    );
  });

  it("is the best line: none through other rows has less loss, in any table of small numbers", () => {
    const row = fc.record({ x: fc.integer({ min: 0, max: 5 }), y: fc.integer({ min: -5, max: 5 }) });
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 3, maxLength: 12 }),
        fc.constantFrom(0.1, 0.25, 0.5, 0.8),
        (rows, quantile) => {
          const fit = quantileRegression(
            { x: rows.map(({ x }) => x) },
            rows.map(({ y }) => y),
            { quantile },
          );
          expect(JSON.parse(JSON.stringify(fit))).toEqual(fit);
          expect(fit.converged).toBe(true);
          const lossOf = (a: number, b: number) =>
            rows.reduce((sum, { x, y }) => sum + (y - a - b * x) * (y - a - b * x < 0 ? quantile - 1 : quantile), 0);
          for (const one of rows) {
            expect(fit.loss).toBeLessThanOrEqual(lossOf(one.y, 0) + 1e-9);
            for (const other of rows) {
              if (one.x === other.x) continue;
              const b = (one.y - other.y) / (one.x - other.x);
              expect(fit.loss).toBeLessThanOrEqual(lossOf(one.y - b * one.x, b) + 1e-9);
            }
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it.each([
    { x: [1, 4, 0, 3, 2, 0, 5], y: [-5, 5, -3, -5, -1, -3, -5], quantile: 0.25 },
    { x: [0, 0, 1, 0, 0, 1, 1, 2, 0], y: [-4, -2, -4, -5, 3, -3, 4, -1, -5], quantile: 0.25 },
    { x: [0, 0, 1, 2, 5, 1, 3, 3, 0], y: [3, 3, -3, -1, -4, 5, -3, -2, -4], quantile: 0.25 },
    { x: [0, 2, 5, 1, 0, 0, 0, 3, 2, 5], y: [3, 5, -3, 5, 2, 5, -4, -3, 5, 3], quantile: 0.8 },
  ])("finds an end where many rows lie on lines: $x", ({ x, y, quantile }) => {
    const { converged, iterations } = quantileRegression({ x }, y, { quantile });
    expect(converged).toBe(true);
    expect(iterations).toBeLessThan(20);
  });

  it("says what it cannot know, and drops what is told twice", () => {
    const exact = quantileRegression({ x: [1, 2, 3, 4], twice: [2, 4, 6, 8] }, [3, 5, 7, 9]);
    expect(estimates(exact)).toEqual([expect.closeTo(1, 12), expect.closeTo(2, 12)]);
    expect(exact).toMatchObject({ loss: 0, density: null, spread: null, converged: true, rank: 2 });
    expect(exact.dropped).toEqual([{ name: "twice", combinationOf: ["x"] }]);
    // Five rows are too few for the bandwidth: ½ and more to either side of the median.
    const few = quantileRegression({ x: [1, 2, 3, 4, 5] }, [1, 5, 2, 8, 3]);
    expect(few.coefficients[0]).toMatchObject({ standardError: null, pValue: null, lower: null });
    const one = quantileRegression({ x: [3] }, [5]);
    expect(estimates(one)).toEqual([5]);
    const nothing = quantileRegression({ zero: [0, 0] }, [1, 2], { intercept: false });
    expect(nothing).toMatchObject({ rank: 0, coefficients: [], loss: 1.5, converged: true });
    for (const fit of [exact, few, one, nothing]) expect(JSON.parse(JSON.stringify(fit))).toEqual(fit);
  });

  it("takes formulas and predicts by them, and does not mind where zero is", () => {
    const x = Array.from({ length: 40 }, (_, i) => (i * 7) % 40);
    const y = x.map((value, i) => 2 * value + ((i * 13) % 17));
    const fit = quantileFormula("y ~ x", { x, y }, { quantile: 0.75 });
    const far = quantileFormula(
      "y ~ x",
      { x: x.map((value) => value + 1e6), y: y.map((value) => value + 1e6) },
      { quantile: 0.75 },
    );
    const [here] = predictGeneralized(fit, { x: [50] });
    const [there] = predictGeneralized(far, { x: [1e6 + 50] });
    expect((there?.response.estimate as number) - 1e6).toBeCloseTo(here?.response.estimate as number, 6);
    expect(there?.response.standardError).toBeCloseTo(here?.response.standardError as number, 8);
  });

  it("refuses what it cannot fit", () => {
    const failure = (run: () => unknown) => refusal(run)[0];
    expect(failure(() => quantileRegression({ x: [] }, []))).toBe("too-few-rows");
    expect(failure(() => quantileRegression({ x: [1, 2] }, [1]))).toBe("bad-data");
    expect(failure(() => quantileRegression({ x: [1] }, [1], { quantile: 1 }))).toBe("bad-argument");
    expect(failure(() => quantileRegression({ x: [1] }, ["a"]))).toBe("bad-cell");
  });
});
