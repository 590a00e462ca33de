import { describe, expect, it } from "vitest";
import { refusal } from "../refusal";
import { predictRegression } from "./predict-regression";
import { regress } from "./regress";
import { fits, misses, tables } from "./statsmodels-fits";

type Table = Readonly<Record<string, readonly number[] | readonly string[]>>;

/** Some rows of a table. */
function rowsOf(table: Table, rows: readonly number[]): Table {
  return Object.fromEntries(
    Object.entries(table).map(([name, column]) => [name, rows.map((row) => column[row]) as number[] | string[]]),
  );
}

describe("predictRegression", () => {
  it.each(
    fits.flatMap((expected) =>
      ([undefined, "HC3"] as const).map((robust) => ({ formula: expected.formula, robust, expected })),
    ),
  )("gives the intervals of statsmodels for $formula, robust $robust", ({ robust, expected }) => {
    const table = tables[expected.table] ?? {};
    const fit = regress(expected.formula, table, {
      ...(robust && { robust }),
      ...(expected.weights !== null && { weights: expected.weights }),
    });
    const { rows, level } = expected.predictions;
    const stored: typeof fit = JSON.parse(JSON.stringify(fit));
    const found = predictRegression(stored, rowsOf(table, rows), { level });
    const numbers = expected.predictions[robust ?? "nonrobust"];
    expect(misses(found.values, numbers.mean, "value")).toEqual([]);
    expect(misses(found.standardErrors, numbers.mean_se, "standard error")).toEqual([]);
    expect(misses(found.lower, numbers.mean_ci_lower, "lower")).toEqual([]);
    expect(misses(found.upper, numbers.mean_ci_upper, "upper")).toEqual([]);
    expect(misses(found.predictionLower, numbers.obs_ci_lower, "prediction lower", numbers.mean)).toEqual([]);
    expect(misses(found.predictionUpper, numbers.obs_ci_upper, "prediction upper", numbers.mean)).toEqual([]);
  });

  it("keeps its digits far from 0 and between nearly collinear columns", () => {
    const x = Array.from({ length: 21 }, (_, i) => String(1000 + i));
    const y = x.map((_, i) => ((i * 7) % 5) - 2);
    const formula = "y ~ x + I(x^2) + I(x^3) + I(x^4) + I(x^5)";
    const far = predictRegression(regress(formula, { x, y }), { x: ["1010.5", "1023"] });
    const near = predictRegression(regress(formula, { x: x.map((_, i) => i - 10), y }), { x: [0.5, 13] });
    for (const kind of ["values", "standardErrors", "lower", "predictionUpper"] as const) {
      expect(misses(far[kind], near[kind], kind)).toEqual([]);
    }
  });

  it("gives a mean its interval, and one row a wider one", () => {
    // mean 3, s² = (4 + 1 + 9) / 2 = 7, standard error √(7/3); t* of 2 degrees of freedom at 0.5 is √(2/3)
    const fit = regress("y ~ 1", { y: [1, 2, 6] });
    const found = predictRegression(fit, { any: ["", ""] }, { level: 0.5 });
    expect(misses(found.standardErrors, [Math.sqrt(7 / 3), Math.sqrt(7 / 3)], "standard error")).toEqual([]);
    expect(misses(found.lower, [3 - Math.sqrt(14 / 9), 3 - Math.sqrt(14 / 9)], "lower")).toEqual([]);
    expect(misses(found.predictionUpper, [3 + Math.sqrt(56 / 9), 3 + Math.sqrt(56 / 9)], "upper")).toEqual([]);
  });

  it("adds the offset of the new rows, and knows the levels and polynomials of the fit", () => {
    const table = { y: [11, 22, 36], known: [10, 20, 30] };
    expect(
      misses(predictRegression(regress("y ~ offset(known)", table), { known: [100] }).values, [103], "value"),
    ).toEqual([]);
    const groups = { y: [1, 3, 5, 7], c: ["a", "a", "b", "b"] };
    const fit = regress("y ~ c", groups);
    expect(misses(predictRegression(fit, { c: ["b", "a"] }).values, [6, 2], "value")).toEqual([]);
    expect(refusal(() => predictRegression(fit, { c: ["d"] }))[0]).toBe("bad-cell");
    expect(refusal(() => predictRegression(fit, { d: ["a"] }))[0]).toBe("missing-column");
  });

  it("has values alone where the fit has no degrees of freedom, and none for no rows", () => {
    const fit = regress("y ~ x", { y: [1, 2], x: [1, 3] });
    const found = predictRegression(fit, { x: [5] });
    expect(misses(found.values, [3], "value")).toEqual([]);
    expect([found.standardErrors, found.lower, found.predictionUpper]).toEqual([[null], [null], [null]]);
    expect(predictRegression(fit, { x: [] }).values).toEqual([]);
  });

  it("refuses what float64 cannot hold, and a level that is none", () => {
    const fit = regress("y ~ x", { y: [1, 3, 2], x: [1, 2, 4] });
    expect(refusal(() => predictRegression(fit, { x: [1e308] }))[0]).toBe("not-finite");
    expect(refusal(() => predictRegression(fit, { x: [1] }, { level: 1 }))[0]).toBe("bad-argument");
  });
});
