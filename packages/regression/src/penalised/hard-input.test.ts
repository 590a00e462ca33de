import { NeuriteError } from "@neurite/tensor";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { refusal } from "../refusal";
import { choosePenalty } from "./choose-penalty";
import { elasticNetPath } from "./elastic-net-path";
import { elasticNetRegression } from "./elastic-net-regression";
import { lassoRegression } from "./lasso-regression";
import { ridgeRegression } from "./ridge-regression";

function failure(run: () => unknown): { code: string; message: string } {
  const [code, message] = refusal(run);
  return { code, message };
}

describe("penalised fits of hard input", () => {
  it("fit one row, no columns and constant columns by the intercept", () => {
    for (const fitted of [ridgeRegression, lassoRegression]) {
      expect(fitted({ x: [3] }, [5], { penalty: 1 })).toEqual({
        kind: "elastic-net",
        coefficients: [{ name: "x", estimate: 0 }],
        intercept: 5,
        zero: ["x"],
        constant: ["x"],
        penalty: 1,
        l1Ratio: fitted === ridgeRegression ? 0 : 1,
        standardize: true,
        rows: 1,
        rSquared: null,
        dualityGap: 0,
      });
      expect(fitted({}, [1, 2, 6], { penalty: 1 })).toMatchObject({ intercept: 3, coefficients: [], rSquared: 0 });
      const fit = fitted({ k: [7, 7, 7, 7], x: [1, 2, 3, 4] }, [1, 2, 3, 4], { penalty: 0.01 });
      expect(fit.constant).toEqual(["k"]);
      expect(fit.coefficients[0]).toEqual({ name: "k", estimate: 0 });
      expect(fitted({ k: [0, 0] }, [1, 2], { penalty: 1, intercept: false })).toMatchObject({
        intercept: null,
        zero: ["k"],
        rSquared: 0,
      });
    }
  });

  it("leave rows of weight 0 out, whatever stands in them", () => {
    for (const fitted of [ridgeRegression, lassoRegression]) {
      const fit = fitted({ x: [1, 1e300, 2, 3] }, [1, -1e300, 3, 4], { penalty: 0.1, weights: [3, 0, 3, 3] });
      const without = fitted({ x: [1, 2, 3] }, [1, 3, 4], { penalty: 0.1 });
      expect(fit.rows).toBe(3);
      expect(fit.coefficients[0]?.estimate).toBeCloseTo(without.coefficients[0]?.estimate ?? 0, 14);
      expect(fit.intercept).toBeCloseTo(without.intercept ?? 0, 14);
    }
  });

  it("refuse a penalty, a share, a path and folds that are none, by name", () => {
    const columns = { x: [1, 2, 3] };
    const y = [1, 2, 4];
    for (const penalty of [0, -1, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(failure(() => ridgeRegression(columns, y, { penalty })).code).toBe("bad-argument");
    }
    expect(failure(() => lassoRegression(columns, y, { penalty: 0 })).message).toBe(
      'lassoRegression: "penalty" should be a finite number above 0, got 0. Pass one, or use leastSquares for a fit without a penalty.',
    );
    expect(failure(() => elasticNetRegression(columns, y, { penalty: 1, l1Ratio: 1.5 })).message).toContain("got 1.5.");
    for (const options of [
      { penalties: [] },
      { penalties: [1, 0] },
      { count: 0 },
      { count: 2.5 },
      { smallest: 1 },
      { smallest: 0 },
    ]) {
      expect(failure(() => elasticNetPath(columns, y, { l1Ratio: 1, ...options })).code).toBe("bad-argument");
    }
    const choose = (options: object) => failure(() => choosePenalty(columns, y, { l1Ratio: 1, ...options })).code;
    expect(choose({})).toBe("too-few-rows");
    expect(choose({ folds: 1 })).toBe("bad-argument");
    expect(choose({ folds: 2, seed: 0.5 })).toBe("bad-argument");
    expect(choose({ folds: [0, 1] })).toBe("bad-data");
    expect(choose({ folds: [0, 1, -1] })).toBe("bad-data");
    expect(choose({ folds: [4, 4, 4] })).toBe("too-few-rows");
    expect(choose({ folds: 3, weights: [1, 1, 0] })).toBe("too-few-rows");
  });

  it("refuse bad columns, targets and weights as leastSquares does", () => {
    const options = { penalty: 1 };
    expect(failure(() => lassoRegression({ x: [] }, [], options)).code).toBe("too-few-rows");
    expect(failure(() => lassoRegression({ x: [1, Number.NaN] }, [1, 2], options)).code).toBe("bad-cell");
    expect(failure(() => lassoRegression({ x: [1, 2] }, [1], options)).code).toBe("bad-data");
    expect(failure(() => ridgeRegression({ x: [1, 2] }, [1, 2], { ...options, weights: [0, 0] })).code).toBe(
      "bad-data",
    );
    expect(failure(() => choosePenalty({ x: [] }, [], { l1Ratio: 1 })).code).toBe("too-few-rows");
  });

  it("take any string as a column's name", () => {
    const fit = lassoRegression(
      [
        ["__proto__", [1, 2, 3]],
        ["constructor", [1, 0, 1]],
      ],
      [1, 2, 3],
      { penalty: 0.1 },
    );
    expect(fit.zero).toEqual(["constructor"]);
  });

  it("give finite numbers or a named error for any mixture of ordinary and extreme numbers", () => {
    const extremes = [0, 1, -1, 5e-324, 1e-310, 1e-145, 0.1, 1e9 + 0.1, 1e16, 1e200, 1.7e308, -1.7e308];
    const cell = fc.oneof(fc.constantFrom(...extremes), fc.double({ min: -1000, max: 1000, noNaN: true }));
    const table = fc.integer({ min: 1, max: 6 }).chain((rows) => {
      const size = { minLength: rows, maxLength: rows };
      const column = fc.oneof(fc.array(cell, size), fc.array(cell.map(String), size));
      return fc.record({
        columns: fc.array(column, { maxLength: 4 }),
        target: column,
        intercept: fc.boolean(),
        standardize: fc.boolean(),
        l1Ratio: fc.constantFrom(0, 1e-9, 0.5, 1),
        penalty: fc.constantFrom(1e-300, 1e-20, 0.01, 1, 1e20, 1e300),
        weights: fc.array(fc.constantFrom(0, 5e-324, 0.3, 1, 1e300), size),
      });
    });
    const notFinite = (value: unknown): boolean =>
      typeof value === "number"
        ? !Number.isFinite(value)
        : typeof value === "object" && value !== null && Object.values(value).some(notFinite);
    let fitted = 0;
    fc.assert(
      fc.property(table, ({ columns, target, ...options }) => {
        const named = columns.map((column, j) => [`x${j}`, column] as const);
        for (const run of [
          () => elasticNetRegression(named, target, options),
          () => choosePenalty(named, target, { ...options, folds: 2, count: 3 }),
        ]) {
          try {
            expect(notFinite(run())).toBe(false);
            fitted++;
          } catch (error) {
            if (!(error instanceof NeuriteError)) throw error;
          }
        }
      }),
      { seed: 6, numRuns: 2000 },
    );
    expect(fitted).toBeGreaterThan(1000);
  });
});
