// Input at the edge: always a named error or an honest report, never Infinity, NaN or an endless loop.
import { NeuriteError } from "@neurite/tensor";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { logisticRegression } from "../classes/logistic-regression";
import { softmaxRegression } from "../classes/softmax-regression";
import { refusal } from "../refusal";
import { leastSquares } from "./least-squares";

function failure(run: () => unknown): { code: string; message: string } {
  const [code, message] = refusal(run);
  return { code, message };
}

describe("least squares of hard input", () => {
  it("fits one row by its intercept and says what it cannot know", () => {
    expect(leastSquares({ x: [3] }, [5])).toEqual({
      kind: "linear",
      coefficients: [],
      intercept: 5,
      interceptStandardError: null,
      dropped: [{ name: "x", combinationOf: [] }],
      rank: 1,
      rows: 1,
      conditionNumber: 1,
      degreesOfFreedom: 0,
      residualStandardDeviation: null,
      rSquared: null,
      adjustedRSquared: null,
      fStatistic: null,
      perfectFit: true,
      logLikelihood: null,
      aic: null,
      bic: null,
    });
  });

  it("fits a constant target without an R²", () => {
    const fit = leastSquares({ x: [1, 2, 3] }, [0.1, 0.1, 0.1]);
    expect(fit.rSquared).toBeNull();
    expect(fit.intercept).toBe(0.1);
    expect(fit.coefficients).toEqual([{ name: "x", estimate: 0, standardError: 0 }]);
    expect(fit).toMatchObject({ residualStandardDeviation: 0, fStatistic: null, adjustedRSquared: null, aic: null });
    expect(leastSquares({ x: ["1", "2", "3"] }, ["0.1", "0.1", "0.1"])).toEqual(fit);
  });

  it("fits the mean when there is no column, and nothing when there is no intercept either", () => {
    expect(leastSquares({}, [1, 2, 6]).intercept).toBe(3);
    const nothing = leastSquares({ zero: [0, 0, 0] }, [1, 2, 2], { intercept: false });
    expect(nothing.rank).toBe(0);
    expect(nothing.rSquared).toBe(0);
    // √(9 / 3)
    expect(nothing.residualStandardDeviation).toBeCloseTo(1.7320508075688772, 15);
  });

  it("refuses no rows, all-zero and negative weights, and unequal lengths", () => {
    expect(failure(() => leastSquares({ x: [] }, [])).code).toBe("too-few-rows");
    expect(failure(() => leastSquares({ x: [1, 2] }, [1, 2], { weights: [0, 0] }))).toEqual({
      code: "bad-data",
      message:
        "leastSquares: at least one of the 2 weights should be above 0, got only zeros. Give the rows that count a weight.",
    });
    expect(failure(() => leastSquares({ x: [1, 2] }, [1, 2], { weights: [1, -1] })).code).toBe("bad-data");
    expect(failure(() => leastSquares({ x: [1, 2] }, [1, 2], { weights: [1] })).code).toBe("bad-data");
    expect(failure(() => leastSquares({ x: [1, 2] }, [1, 2, 3])).code).toBe("bad-data");
    expect(failure(() => leastSquares({ x: [1, 2], z: [1] }, [1, 2])).code).toBe("bad-data");
  });

  it("names column and row of a cell that is no finite number", () => {
    expect(failure(() => leastSquares({ x: [1, Number.NaN] }, [1, 2]))).toEqual({
      code: "bad-cell",
      message:
        'leastSquares: column "x" should hold a finite number in every row, got NaN in row 1 (counted from 0). Mend the cell or leave the row out.',
    });
    expect(failure(() => leastSquares({ x: ["1", "1,5"] }, [1, 2])).message).toContain('got "1,5" in row 1');
    for (const text of ["", "0x10", "Infinity", "1e999", "12 m", "--1"]) {
      expect(failure(() => leastSquares({ x: [text] }, [1])).code).toBe("bad-cell");
    }
    expect(failure(() => leastSquares({ x: [1, 2] }, [1, Number.POSITIVE_INFINITY])).message).toContain("the target");
    expect(failure(() => leastSquares({ x: Float64Array.of(Number.NEGATIVE_INFINITY) }, [1])).code).toBe("bad-cell");
  });

  it("refuses a result beyond float64", () => {
    expect(failure(() => leastSquares({ x: [0, 1e-300] }, [0, 1e300])).code).toBe("not-finite");
  });

  it("stays finite at both ends of float64's range", () => {
    const ends = [-1.7e308, 1.7e308, 5e-324, 0];
    const fit = leastSquares({ ends }, ends);
    expect(fit.coefficients).toEqual([{ name: "ends", estimate: 1, standardError: 0 }]);
    expect(fit).toMatchObject({ rSquared: 1, perfectFit: true, fStatistic: null });
    const subnormal = leastSquares({ x: [0, 5e-324, 1e-323] }, [1, 2, 3], { weights: [1, 5e-324, 1.7e308] });
    // Only the last row's weight counts to any digit, and it tells one number.
    expect(subnormal).toMatchObject({ rank: 1, intercept: 3 });
  });

  it("gives finite numbers or a named error for any mixture of ordinary and extreme numbers", () => {
    const extremes = [0, 1, -1, 5e-324, 1e-310, 1e-145, 0.1, 1e9 + 0.1, 1e16, 1e200, 1.7e308, -1.7e308];
    const cell = fc.oneof(fc.constantFrom(...extremes), fc.double({ min: -1000, max: 1000, noNaN: true }));
    const text = cell.map(String);
    const table = fc.integer({ min: 1, max: 6 }).chain((rows) => {
      const size = { minLength: rows, maxLength: rows };
      const column = fc.oneof(fc.array(cell, size), fc.array(text, size));
      return fc.record({
        columns: fc.array(column, { maxLength: 4 }),
        target: column,
        intercept: fc.boolean(),
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
        try {
          expect(notFinite(leastSquares(named, target, options))).toBe(false);
          fitted++;
        } catch (error) {
          if (!(error instanceof NeuriteError)) throw error;
        }
      }),
      { seed: 6, numRuns: 2000 },
    );
    expect(fitted).toBeGreaterThan(1000);
  });

  it("takes any string as a column's name, and each only once", () => {
    const fit = leastSquares(
      [
        ["__proto__", [1, 2, 3]],
        ["constructor", [0, 1, 0]],
      ],
      [1, 5, 3],
    );
    expect(fit.coefficients.map(({ name }) => name)).toEqual(["__proto__", "constructor"]);
    const twice = [["x", [1, 2]] as const, ["x", [2, 1]] as const];
    expect(failure(() => leastSquares(twice, [1, 2])).message).toContain('got "x" twice');
  });
});

describe("class regression of hard input", () => {
  it("refuses one class, three classes for two, and bad options", () => {
    expect(failure(() => logisticRegression({ x: [1, 2] }, [1, 1])).message).toContain(
      "at least 2 classes, got only 1.",
    );
    expect(failure(() => logisticRegression({ x: [1, 2, 3] }, ["a", "b", "c"])).message).toContain("softmaxRegression");
    expect(failure(() => softmaxRegression({ x: [1] }, ["a"])).code).toBe("bad-data");
    expect(failure(() => softmaxRegression({ x: [] }, [])).code).toBe("too-few-rows");
    expect(failure(() => logisticRegression({ x: [1, 2] }, [0, 1], { ridge: -1 })).code).toBe("bad-argument");
    expect(failure(() => logisticRegression({ x: [1, 2] }, [0, 1], { maxIterations: 0 })).code).toBe("bad-argument");
    expect(failure(() => logisticRegression({ x: [1, 2] }, [0, 1], { weights: [1, 0] })).code).toBe("bad-data");
    expect(failure(() => logisticRegression({ x: [1, 2] }, [0, 1], { weights: [0, 0] })).code).toBe("bad-data");
    expect(failure(() => logisticRegression({ x: [1, 2] }, [0, Number.NaN])).code).toBe("bad-cell");
    expect(failure(() => logisticRegression({ x: [1, 2] }, [0, "1"])).code).toBe("bad-cell");
    expect(failure(() => logisticRegression({ x: [1, Number.NaN] }, [0, 1])).code).toBe("bad-cell");
    expect(failure(() => logisticRegression({ x: [1, 2] }, [0, 1], { classes: [0, 2] })).code).toBe("bad-cell");
    expect(failure(() => softmaxRegression({ x: [1, 2] }, [0, 1], { classes: [0, 1, 2] })).code).toBe("bad-data");
    expect(failure(() => softmaxRegression({ x: [1, 2] }, [0, 1], { classes: [0, 1, 1] })).code).toBe("bad-argument");
  });

  it("converges on separated classes and says so", () => {
    const fit = logisticRegression({ x: [1, 2, 3, 11, 12, 13] }, [0, 0, 0, 1, 1, 1]);
    expect(fit).toMatchObject({ converged: true, separated: true });
    expect(fit.iterations).toBeLessThan(50);
    expect(Math.abs(fit.coefficients[0]?.estimate ?? 0)).toBeLessThan(10);
    // By symmetry the border lies in the middle, at 7.
    expect(-(fit.intercept ?? 0) / (fit.coefficients[0]?.estimate ?? 1)).toBeCloseTo(7, 6);
  });

  it("ends without a ridge on separated classes, finite, and does not call that converged", () => {
    const fit = logisticRegression({ x: [1, 2, 3, 11, 12, 13] }, [0, 0, 0, 1, 1, 1], { ridge: 0 });
    expect(fit).toMatchObject({ converged: false, separated: true });
    expect(Number.isFinite(fit.coefficients[0]?.estimate)).toBe(true);
  });

  it("ends on classes that a column separates but for one shared value", () => {
    const columns = { x: [1, 2, 3, 3, 4, 5] };
    const without = logisticRegression(columns, [0, 0, 0, 1, 1, 1], { ridge: 0 });
    expect(without).toMatchObject({ converged: false, separated: false });
    const fit = logisticRegression(columns, [0, 0, 0, 1, 1, 1]);
    expect(fit).toMatchObject({ converged: true, separated: false });
  });

  it("converges on three separated classes with more columns than rows", () => {
    const fit = softmaxRegression({ a: [1, 0, 0], b: [0, 1, 0], c: [0, 0, 1], d: [1, 2, 5] }, ["p", "q", "r"]);
    expect(fit).toMatchObject({ converged: true, separated: true, rank: 3 });
    for (const { estimates } of fit.coefficients) expect(estimates.every(Number.isFinite)).toBe(true);
  });

  it("fits the shares of the classes when no column tells anything", () => {
    const fit = logisticRegression({ k: [1, 1, 1, 1] }, [0, 1, 1, 1], { ridge: 0 });
    expect(fit.coefficients).toEqual([]);
    // log(3 / 1)
    expect(fit.intercept).toBeCloseTo(1.0986122886681098, 12);
    expect(logisticRegression({ k: [0, 0] }, [0, 1], { intercept: false })).toMatchObject({ rank: 0, converged: true });
  });
});
