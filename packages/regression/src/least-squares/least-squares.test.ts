import { describe, expect, it } from "vitest";
import { leastSquares } from "./least-squares";
import { predictLinear } from "./predict-linear";

const estimates = (fit: ReturnType<typeof leastSquares>) => fit.coefficients.map(({ estimate }) => estimate);

describe("leastSquares", () => {
  it("finds nothing in XOR, which no plane can tell", () => {
    const fit = leastSquares({ x1: [0, 0, 1, 1], x2: [0, 1, 0, 1] }, [0, 1, 1, 0]);
    expect(Math.abs(fit.rSquared ?? 1)).toBeLessThanOrEqual(1e-12);
    expect(fit.intercept).toBeCloseTo(0.5, 14);
    expect(fit.rank).toBe(3);
    // Residuals ±½, so RSS = 1 and s = 1 with one degree of freedom; Σ (x - ½)² = 1 for both columns.
    expect(fit.residualStandardDeviation).toBeCloseTo(1, 15);
    expect(fit.coefficients.map(({ standardError }) => standardError?.toFixed(14))).toEqual([
      "1.00000000000000",
      "1.00000000000000",
    ]);
    // √(1/4 + ½² + ½²)
    expect(fit.interceptStandardError).toBeCloseTo(0.8660254037844386, 15);
    // 1 - (1 - 0) · 3 / 1
    expect(fit.adjustedRSquared).toBeCloseTo(-2, 14);
    expect(fit.fStatistic).toBeCloseTo(0, 14);
    // -2 (log(2π / 4) + 1); 6 and 3 log 4 less twice that.
    expect(fit.logLikelihood).toBeCloseTo(-2.90316541057891, 13);
    expect(fit.aic).toBeCloseTo(11.80633082115782, 13);
    expect(fit.bic).toBeCloseTo(9.96521390451749, 13);
    expect(fit.conditionNumber).toBeCloseTo(1, 14);
  });

  it("gives a parallel line to each group of a dummy", () => {
    // transactions = 3 + 2 balance + 10 retired
    const fit = leastSquares({ balance: [1, 2, 3, 1, 2, 3], retired: [0, 0, 0, 1, 1, 1] }, [5, 7, 9, 15, 17, 19]);
    expect(fit.intercept).toBeCloseTo(3, 13);
    expect(estimates(fit)[0]).toBeCloseTo(2, 13);
    expect(estimates(fit)[1]).toBeCloseTo(10, 13);
  });

  it("counts a row of weight 2 as two rows and a row of weight 0 as none", () => {
    const weighted = leastSquares({ x: [1, 2, 4, 9] }, [1, 3, 4, -50], { weights: [1, 2, 1, 0] });
    const repeated = leastSquares({ x: [1, 2, 2, 4] }, [1, 3, 3, 4]);
    // Means 2.25 and 2.75, Sxy = 4.25, Sxx = 4.75: slope 17/19, intercept 2.75 - 2.25 * 17/19 = 14/19.
    expect(estimates(weighted)[0]).toBeCloseTo(17 / 19, 14);
    expect(weighted.intercept).toBeCloseTo(14 / 19, 14);
    expect(weighted.rSquared).toBeCloseTo(repeated.rSquared ?? 0, 14);
    expect(weighted.rows).toBe(3);
    expect(weighted.degreesOfFreedom).toBe(1);
  });

  it("is not disturbed by the size of the weights", () => {
    const weights = [1e-200, 2e-200, 1e-200];
    const fit = leastSquares({ x: [1, 2, 4] }, [1, 3, 4], { weights });
    expect(estimates(fit)[0]).toBeCloseTo(17 / 19, 14);
  });

  it("takes the size of the weights for the unit of the variance", () => {
    const columns = { x: [1, 2, 4, 5] };
    const fit = leastSquares(columns, [1, 3, 4, 4], { weights: [1, 2, 1, 3] });
    const heavy = leastSquares(columns, [1, 3, 4, 4], { weights: [16, 32, 16, 48] });
    expect(heavy.residualStandardDeviation).toBe(4 * (fit.residualStandardDeviation ?? 0));
    expect(heavy.coefficients).toEqual(fit.coefficients);
    expect(heavy.interceptStandardError).toBe(fit.interceptStandardError);
    expect(heavy.fStatistic).toBe(fit.fStatistic);
    expect(heavy.logLikelihood).toBeCloseTo(fit.logLikelihood ?? 0, 13);
  });

  it("is not disturbed by huge and tiny units", () => {
    // The same four points, the column in units of 1e-200 and of 1e+200, the target in 1e+100.
    const huge = leastSquares({ x: [1e200, 2e200, 2e200, 4e200] }, [1e100, 3e100, 3e100, 4e100]);
    const tiny = leastSquares({ x: [1e-200, 2e-200, 2e-200, 4e-200] }, [1, 3, 3, 4]);
    expect((estimates(huge)[0] ?? 0) / 1e-100).toBeCloseTo(17 / 19, 13);
    expect((huge.intercept ?? 0) / 1e100).toBeCloseTo(14 / 19, 13);
    expect((estimates(tiny)[0] ?? 0) / 1e200).toBeCloseTo(17 / 19, 13);
    // RSS = 4.75 - 4.25² / 4.75 = 18/19 with 2 degrees of freedom, Σ (x - 2.25)² = 4.75: s² = 9/19, standard error 6/19.
    expect((huge.coefficients[0]?.standardError ?? 0) / 1e-100).toBeCloseTo(6 / 19, 14);
    expect((tiny.coefficients[0]?.standardError ?? 0) / 1e200).toBeCloseTo(6 / 19, 14);
    // The density is per unit of the target: 4 times log 1e100 less.
    expect((tiny.logLikelihood ?? 0) - (huge.logLikelihood ?? 0)).toBeCloseTo(921.0340371976183, 11);
  });

  it("keeps its digits far from the origin", () => {
    // y = x - 1e9 with x in steps of 1 from 1e9 on: the normal equations would have lost every digit.
    const x = [1e9, 1e9 + 1, 1e9 + 2, 1e9 + 3];
    const fit = leastSquares({ x }, [0, 1, 2, 3]);
    expect(fit.intercept).toBe(-1e9);
    expect(estimates(fit)).toEqual([1]);
  });

  it("agrees over many blocks of rows with the sums worked out by hand", () => {
    // x = 0 … 4999, y = x²: slope n - 1 = 4999, intercept -(n - 1)(n - 2) / 6 = -4999 * 4998 / 6 = -4164167.
    const x = Float64Array.from({ length: 5000 }, (_, i) => i);
    const fit = leastSquares(
      { x },
      x.map((value) => value * value),
    );
    expect(estimates(fit)[0]).toBeCloseTo(4999, 10);
    expect(fit.intercept).toBeCloseTo(-4164167, 7);
  });

  it("does not change the caller's arrays", () => {
    const x = Float64Array.of(1, 2, 4);
    leastSquares({ x }, [1, 2, 3], { weights: [1, 0, 1] });
    expect([...x]).toEqual([1, 2, 4]);
  });

  it("is JSON and predicts the same after a round trip", () => {
    const fit = leastSquares({ x: [1, 2, 3.5], z: [2, 4, 7] }, [2, 4.1, 7]);
    const again = JSON.parse(JSON.stringify(fit)) as typeof fit;
    expect(again).toEqual(fit);
    expect(predictLinear(again, { x: [9] })).toEqual(predictLinear(fit, { x: [9] }));
  });
});

describe("predictLinear", () => {
  const fit = leastSquares({ a: [0, 1, 0, 1], b: [0, 0, 1, 1] }, [1, 3, 4, 6]);

  it("takes columns in any order and leaves others alone", () => {
    // 1 + 2a + 3b
    const prediction = predictLinear(fit, { colour: ["red"], b: [10], a: [100] });
    expect(prediction[0]).toBeCloseTo(231, 11);
  });

  it("names the column that is missing", () => {
    expect(() => predictLinear(fit, { a: [1] })).toThrow(
      'predictLinear: column "b" is needed and not there, got "a". Pass every column that the fit has a coefficient for.',
    );
  });

  it("does not need dropped columns", () => {
    const constant = leastSquares({ a: [5, 5, 5] }, [1, 2, 3]);
    expect([...predictLinear(constant, { b: [0, 0] })]).toEqual([2, 2]);
  });

  it("needs a column to count the rows", () => {
    expect(() => predictLinear(fit, {})).toThrow("predictLinear: at least one column is needed");
  });

  it("refuses a sum beyond float64 instead of giving Infinity", () => {
    expect(() => predictLinear(fit, { a: [1e308], b: [1.7e308] })).toThrow("too large for float64");
  });
});
