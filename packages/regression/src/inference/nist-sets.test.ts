// The other seven sets of NIST's StRD for linear regression: test-data/SOURCES.md.
import { describe, expect, it } from "vitest";
import sets from "../../test-data/nist/more.json" with { type: "json" };
import { correctDigits } from "../least-squares/correct-digits";
import { regress } from "./regress";

describe.each(sets)("regress on NIST's $name", ({ formula, estimates, deviations, y, x, ...certified }) => {
  const raw = `y ~ poly(x, ${estimates.length - 1}, raw)`;
  it.each([
    { from: "decimal text", least: 14, read: (column: readonly string[]): readonly string[] | Float64Array => column },
    { from: "float64 arrays", least: 13, read: (column: readonly string[]) => Float64Array.from(column, Number) },
  ])("gives every certified number to $least digits from $from", ({ least, read }) => {
    for (const written of estimates.length > 2 ? [formula, raw] : [formula]) {
      const fit = regress(written, { y: read(y), x: read(x) } as { y: string[]; x: string[] });
      expect(fit.dropped).toEqual([]);
      expect(fit.coefficients).toHaveLength(estimates.length);
      for (const [j, { estimate, standardError }] of fit.coefficients.entries()) {
        expect(correctDigits(estimate, estimates[j] ?? 0), `B${j}`).toBeGreaterThan(least);
        expect(correctDigits(standardError, deviations[j] ?? 0), `deviation of B${j}`).toBeGreaterThan(least);
      }
      expect(correctDigits(fit.residualStandardDeviation, certified.residualStandardDeviation)).toBeGreaterThan(least);
      expect(correctDigits(fit.rSquared, certified.rSquared)).toBeGreaterThan(least);
      expect(fit.perfectFit).toBe(certified.fStatistic === null);
      if (certified.fStatistic === null) expect(fit.fStatistic).toBeNull();
      else expect(correctDigits(fit.fStatistic, certified.fStatistic)).toBeGreaterThan(least);
    }
  });
});
