import { describe, expect, it } from "vitest";
import { classScores } from "./classes/class-scores";
import { regressionScores } from "./regression-scores";

describe("regressionScores", () => {
  it("gives R², root mean squared and mean absolute error", () => {
    // Misses 0.5, -0.5, 0, 1: squares add up to 1.5; Σ (y - 2.875)² = 29.1875. scikit-learn's documentation of r2_score: 0.948…
    const scores = regressionScores([3, -0.5, 2, 7], [2.5, 0, 2, 8]);
    expect(scores.r2).toBeCloseTo(0.9486081370449679, 14);
    expect(scores.rmse).toBeCloseTo(Math.sqrt(0.375), 15);
    expect(scores.mae).toBe(0.5);
    expect(scores.rows).toBe(4);
  });

  it("says null where R² has no meaning", () => {
    expect(regressionScores([2, 2], [2, 3])).toEqual({ rows: 2, r2: null, rmse: Math.SQRT1_2, mae: 0.5 });
    expect(regressionScores([0.1, 0.1, 0.1], [0.1, 0.1, 0.1]).r2).toBeNull();
    expect(regressionScores([2], [5])).toEqual({ rows: 1, r2: null, rmse: 3, mae: 3 });
    expect(regressionScores([], [])).toEqual({ rows: 0, r2: null, rmse: null, mae: null });
  });

  it("stays finite where squares would overflow or vanish", () => {
    expect(regressionScores([1e300, 2e300, 3e300], [1e300, 2e300, 4e300]).r2).toBeCloseTo(0.5, 14);
    expect(regressionScores([1e-300, 2e-300, 3e-300], [1e-300, 2e-300, 4e-300]).r2).toBeCloseTo(0.5, 14);
    const far = regressionScores([1.7e308, -1.7e308], [-1.7e308, 1.7e308]);
    expect(Number.isFinite(far.rmse)).toBe(true);
    expect(far.r2).toBeCloseTo(-3, 12);
    expect(regressionScores([1, 2], [1e300, 2]).r2).toBeNull();
  });

  it("refuses unequal lengths and what is no number", () => {
    expect(() => regressionScores([1, 2], [1])).toThrow(
      "regressionScores: target and prediction should be equally long",
    );
    expect(() => regressionScores([1, 2], [1, Number.NaN])).toThrow("got NaN in row 1");
  });
});

describe("classScores", () => {
  const classes = ["a", "b", "c"];

  it("gives accuracy and log loss", () => {
    // Rows: right with 0.5, wrong with 0.25. -(log 0.5 + log 0.25) / 2 = 1.5 log 2.
    const values = Float64Array.of(0.5, 0.25, 0.25, 0.25, 0.5, 0.25);
    const scores = classScores(["a", "c"], { classes, rows: 2, values });
    expect(scores.accuracy).toBe(0.5);
    expect(scores.logLoss).toBeCloseTo(1.0397207708399179, 15);
  });

  it("charges a row at most -log(1e-15), also for a class the fit does not know", () => {
    const sure = { classes, rows: 1, values: Float64Array.of(1, 0, 0) };
    expect(classScores(["b"], sure).logLoss).toBeCloseTo(34.538776394910684, 12);
    expect(classScores(["z"], sure)).toMatchObject({ accuracy: 0, logLoss: expect.closeTo(34.538776394910684, 12) });
    expect(classScores(["a"], sure)).toEqual({ rows: 1, accuracy: 1, logLoss: 0 });
  });

  it("says null of no rows and refuses unequal lengths", () => {
    expect(classScores([], { classes, rows: 0, values: new Float64Array(0) })).toEqual({
      rows: 0,
      accuracy: null,
      logLoss: null,
    });
    expect(() => classScores(["a"], { classes, rows: 0, values: new Float64Array(0) })).toThrow("got 1 targets");
  });
});
