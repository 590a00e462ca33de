// Data chosen to be hard, solved exactly in rational numbers. See test-data/SOURCES.md.
import { describe, expect, it } from "vitest";
import fits from "../../test-data/exact-fits.json" with { type: "json" };
import { readColumn } from "../columns/columns";
import { correctDigits } from "./correct-digits";
import { fitLinear } from "./fit-linear";
import { powerColumns } from "./power-columns";

const cells = (text: string) => text.split(" ");

describe("least squares of decimal text against the exact solution", () => {
  it.each(fits)("has 15 digits of everything for $title", ({ intercept, degree, columns, weights, y, expected }) => {
    const table = powerColumns(Object.values(columns).map(cells), degree);
    const options = weights === null ? { intercept } : { intercept, weights: cells(weights) };
    const fit = fitLinear(table, readColumn(cells(y), "the target"), options, "test");
    const estimates = fit.coefficients.map(({ estimate }) => estimate);
    const errors = fit.coefficients.map(({ standardError }) => standardError);
    const found: Record<keyof typeof expected, readonly (number | null)[]> = {
      estimates: intercept ? [fit.intercept, ...estimates] : estimates,
      standardErrors: intercept ? [fit.interceptStandardError, ...errors] : errors,
      residualStandardDeviation: [fit.residualStandardDeviation],
      rSquared: [fit.rSquared],
      adjustedRSquared: [fit.adjustedRSquared],
      fStatistic: [fit.fStatistic],
      logLikelihood: [fit.logLikelihood],
      aic: [fit.aic],
      bic: [fit.bic],
    };
    for (const [name, values] of Object.entries(expected)) {
      const exact = [values].flat();
      const own = found[name as keyof typeof expected];
      expect(own, name).toHaveLength(exact.length);
      for (const [j, text] of exact.entries()) {
        if (text === null) expect(own[j], name).toBeNull();
        else expect(correctDigits(own[j], Number(text)), `${name} ${j}`).toBeGreaterThan(15);
      }
    }
    expect(fit.perfectFit).toBe(expected.fStatistic === null);
  });
});
