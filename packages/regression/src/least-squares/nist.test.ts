// NIST Statistical Reference Datasets (StRD), linear regression: certified to 15 digits. See test-data/SOURCES.md.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type ColumnValues, readColumn } from "../columns/columns";
import { regress } from "../inference/regress";
import { correctDigits } from "./correct-digits";
import { fitLinear } from "./fit-linear";
import { leastSquares } from "./least-squares";
import { powerColumns } from "./power-columns";

interface Certified {
  readonly estimates: readonly number[];
  readonly deviations: readonly number[];
  readonly residualStandardDeviation: number;
  readonly rSquared: number;
  readonly fStatistic: number;
  readonly degreesOfFreedom: number;
  /** The columns' text: the target, then the predictors. */
  readonly columns: readonly (readonly string[])[];
}

/** Reads a file as NIST publishes it; its head says in which lines the data stand. */
function readDat(name: string): Certified {
  const text = readFileSync(new URL(`../../test-data/nist/${name}.dat`, import.meta.url), "utf8");
  const lines = text.split(/\r?\n/);
  const [, from, to] = /Data\s+\(lines (\d+) to (\d+)\)/.exec(text) ?? [];
  const rows = lines.slice(Number(from) - 1, Number(to)).map((line) => line.trim().split(/\s+/));
  const parameters = [...text.matchAll(/^\s+B\d+\s+(\S+)\s+(\S+)\s*$/gm)];
  const number = (pattern: RegExp) => Number(pattern.exec(text)?.[1]);
  return {
    estimates: parameters.map((match) => Number(match[1])),
    deviations: parameters.map((match) => Number(match[2])),
    residualStandardDeviation: number(/^\s+Standard Deviation\s+(\S+)\s*$/m),
    rSquared: number(/^\s+R-Squared\s+(\S+)\s*$/m),
    fStatistic: number(/^Regression\s+\d+\s+\S+\s+\S+\s+(\S+)\s*$/m),
    degreesOfFreedom: number(/^Residual\s+(\d+)/m),
    columns: (rows[0] ?? []).map((_, j) => rows.map((row) => row[j] ?? "")),
  };
}

const models = [
  { name: "Norris", degree: 1, intercept: true },
  { name: "Longley", degree: 1, intercept: true },
  { name: "Wampler1", degree: 5, intercept: true },
  { name: "NoInt1", degree: 1, intercept: false },
];

describe.each(models)("leastSquares on NIST's $name", ({ name, degree, intercept }) => {
  const certified = readDat(name);
  const [y = [], ...predictors] = certified.columns;

  it.each([
    { from: "decimal text", least: 14, read: (column: readonly string[]): ColumnValues => column },
    {
      from: "float64 arrays",
      least: 13,
      read: (column: readonly string[]): ColumnValues => Float64Array.from(column, Number),
    },
  ])("gives every certified number to $least digits from $from", ({ least, read }) => {
    const table = powerColumns(predictors.map(read), degree);
    const fit = fitLinear(table, readColumn(read(y), "the target"), { intercept }, "test");
    const estimates = fit.coefficients.map(({ estimate }) => estimate);
    const errors = fit.coefficients.map(({ standardError }) => standardError);
    const all = intercept ? [fit.intercept, ...estimates] : estimates;
    const allErrors = intercept ? [fit.interceptStandardError, ...errors] : errors;
    expect(all).toHaveLength(certified.estimates.length);
    for (const [j, estimate] of certified.estimates.entries()) {
      expect(correctDigits(all[j], estimate), `B${j}`).toBeGreaterThan(least);
    }
    for (const [j, deviation] of certified.deviations.entries()) {
      expect(correctDigits(allErrors[j], deviation), `deviation of B${j}`).toBeGreaterThan(least);
    }
    expect(correctDigits(fit.residualStandardDeviation, certified.residualStandardDeviation)).toBeGreaterThan(least);
    expect(correctDigits(fit.rSquared, certified.rSquared)).toBeGreaterThan(least);
    expect(fit.degreesOfFreedom).toBe(certified.degreesOfFreedom);
    if (certified.residualStandardDeviation === 0) {
      expect(fit).toMatchObject({ fStatistic: null, perfectFit: true, logLikelihood: null, aic: null, bic: null });
    } else {
      expect(correctDigits(fit.fStatistic, certified.fStatistic)).toBeGreaterThan(least);
      expect(fit.perfectFit).toBe(false);
    }
  });
});

describe("regress on NIST's sets", () => {
  const formulas = {
    Norris: "y ~ x0",
    Longley: "y ~ x0 + x1 + x2 + x3 + x4 + x5",
    Wampler1: "y ~ x0 + I(x0^2) + I(x0^3) + I(x0^4) + I(x0^5)",
    NoInt1: "y ~ x0 - 1",
  };

  it.each(Object.entries(formulas))(
    "gives every certified number of %s to 14 digits from decimal text",
    (name, formula) => {
      const certified = readDat(name);
      const [y = [], ...predictors] = certified.columns;
      const { coefficients, fStatistic, residualStandardDeviation, diagnostics } = regress(formula, [
        ["y", y],
        ...predictors.map((column, j) => [`x${j}`, column] as const),
      ]);
      expect(coefficients).toHaveLength(certified.estimates.length);
      for (const [j, { estimate, standardError, statistic }] of coefficients.entries()) {
        expect(correctDigits(estimate, certified.estimates[j] ?? 0), `B${j}`).toBeGreaterThan(14);
        expect(correctDigits(standardError, certified.deviations[j] ?? 0), `deviation of B${j}`).toBeGreaterThan(14);
        if (certified.residualStandardDeviation === 0) continue;
        const t = (certified.estimates[j] ?? 0) / (certified.deviations[j] ?? 0);
        expect(correctDigits(statistic, t), `t of B${j}`).toBeGreaterThan(13.5);
      }
      expect(correctDigits(residualStandardDeviation, certified.residualStandardDeviation)).toBeGreaterThan(14);
      if (certified.residualStandardDeviation > 0)
        expect(correctDigits(fStatistic, certified.fStatistic)).toBeGreaterThan(14);
      // statsmodels prints 2.559 in its page on OLS, which fits this set
      if (name === "Longley") expect(diagnostics.durbinWatson).toBeCloseTo(2.559, 3);
    },
  );
});

describe("leastSquares on text", () => {
  it("reads what the text says and not what float64 makes of it", () => {
    const [y = [], x = []] = readDat("Norris").columns;
    // The slope's deviation from the exact solution of the text; rounding the data to float64 costs two of its digits.
    const digits = (fit: ReturnType<typeof leastSquares>) =>
      correctDigits(fit.coefficients[0]?.standardError, 0.0004297968481999369);
    expect(digits(leastSquares({ x }, y))).toBeGreaterThan(15.5);
    expect(digits(leastSquares({ x: x.map(Number) }, y.map(Number)))).toBeLessThan(14.5);
  });
});
