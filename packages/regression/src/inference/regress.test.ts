import { describe, expect, it } from "vitest";
import { refusal } from "../refusal";
import type { TestedCoefficient } from "./coefficient-test";
import { regress } from "./regress";
import type { RegressOptions } from "./regress-options";
import { fits, misses, tables } from "./statsmodels-fits";

describe("regress", () => {
  const options = {
    nonrobust: {},
    HC0: { robust: "HC0" },
    HC1: { robust: "HC1" },
    HC2: { robust: "HC2" },
    HC3: { robust: "HC3" },
    "HC3 t": { robust: "HC3", distribution: "t" },
    clusters: { clusters: true },
    "clusters t": { clusters: true, distribution: "t" },
  } as const;
  const cases = fits.flatMap((expected) =>
    (Object.keys(options) as (keyof typeof options)[]).map((kind) => ({ kind, formula: expected.formula, expected })),
  );

  it.each(cases)("gives what statsmodels gives for $formula, standard errors $kind", ({ kind, expected }) => {
    const { clusters, ...rest }: Omit<RegressOptions, "clusters"> & { readonly clusters?: true } = options[kind];
    const weights = expected.weights === null ? {} : { weights: expected.weights };
    const fit = regress(expected.formula, tables[expected.table] ?? {}, {
      ...rest,
      ...weights,
      ...(clusters && { clusters: expected.clusters }),
    });
    expect(fit.coefficients).toHaveLength(expected.names.length);
    // patsy has products of factors before those with numbers
    const inOrder = expected.names.map((name) => fit.coefficients.find((one) => one.name === name));
    const all = (field: keyof TestedCoefficient) => inOrder.map((one) => (one?.[field] ?? null) as number | null);
    const { fStatistic, fPValue, ...numbers } = expected.fits[kind];
    const sizes = numbers.estimates.map((estimate, i) => Math.abs(estimate) + 3 * (numbers.standardErrors[i] ?? 0));
    expect(misses(all("estimate"), numbers.estimates, "estimate")).toEqual([]);
    expect(misses(all("standardError"), numbers.standardErrors, "standard error")).toEqual([]);
    expect(misses(all("statistic"), numbers.statistics, "statistic")).toEqual([]);
    expect(
      misses(
        all("pValue"),
        numbers.pValues,
        "p",
        numbers.pValues.map((p) => 10 * p),
      ),
    ).toEqual([]);
    expect(misses(all("lower"), numbers.lower, "lower", sizes)).toEqual([]);
    expect(misses(all("upper"), numbers.upper, "upper", sizes)).toEqual([]);
    expect(misses([fit.fStatistic, fit.fPValue], [fStatistic, fPValue], "F")).toEqual([]);
    const { rSquared, adjustedRSquared, residualStandardDeviation, logLikelihood, aic, bic } = expected;
    expect(
      misses(
        [fit.rSquared, fit.adjustedRSquared, fit.residualStandardDeviation, fit.logLikelihood, fit.aic, fit.bic],
        [rSquared, adjustedRSquared, residualStandardDeviation, logLikelihood, aic, bic],
        "statistic of the fit",
      ),
    ).toEqual([]);
    expect(fit.degreesOfFreedom).toBe(expected.degreesOfFreedom);
  });

  it("puts the intercept first, under the name Intercept, and leaves it out where the formula does", () => {
    const table = { y: [1, 3, 4, 6], x: [0, 1, 2, 4], twice: [0, 2, 4, 8] };
    expect(regress("y ~ x", table).coefficients.map(({ name }) => name)).toEqual(["Intercept", "x"]);
    expect(regress("y ~ x - 1", table).coefficients.map(({ name }) => name)).toEqual(["x"]);
    const told = regress("y ~ x + twice", table);
    expect(told.coefficients.map(({ name }) => name)).toEqual(["Intercept", "x"]);
    expect(told.dropped).toEqual([{ name: "twice", combinationOf: ["x"] }]);
    expect([told.rank, told.modelDegreesOfFreedom, told.degreesOfFreedom]).toEqual([2, 1, 2]);
  });

  it("takes an offset off the target", () => {
    const table = { y: [11, 23, 34, 46], x: [0, 1, 2, 4], known: [10, 20, 30, 40] };
    const { coefficients } = regress("y ~ x + offset(known)", table);
    // of 1, 3, 4, 6 on 0, 1, 2, 4: Sxy = 10.5, Sxx = 8.75, means 3.5 and 1.75
    expect(coefficients[1]?.estimate).toBeCloseTo(1.2, 14);
    expect(coefficients[0]?.estimate).toBeCloseTo(1.4, 14);
  });

  it("is JSON, with null for what is not known", () => {
    const fit = regress("y ~ x", { y: [1, 2], x: [1, 3] });
    expect(fit.coefficients[1]).toEqual({
      name: "x",
      estimate: 0.5,
      standardError: null,
      statistic: null,
      pValue: null,
      lower: null,
      upper: null,
    });
    expect(fit).toMatchObject({ perfectFit: true, fStatistic: null, fPValue: null, aic: null });
    expect(JSON.parse(JSON.stringify(fit))).toEqual(fit);
    const constant = regress("y ~ x", { y: [2, 2, 2], x: [1, 3, 4] });
    expect(constant.coefficients[1]).toMatchObject({ estimate: 0, standardError: 0, statistic: null, pValue: null });
  });

  it("has the level of its intervals as an option", () => {
    const table = { y: [1, 3, 4, 6], x: [0, 1, 2, 4] };
    const slope = regress("y ~ x", table, { level: 0.5 }).coefficients[1];
    // the quartile of t with 2 degrees of freedom is √(2/3)
    const reach = Math.sqrt(2 / 3) * (slope?.standardError ?? 0);
    expect(slope?.upper).toBeCloseTo(1.2 + reach, 14);
    expect(slope?.lower).toBeCloseTo(1.2 - reach, 14);
    expect(refusal(() => regress("y ~ x", table, { level: 95 }))).toEqual([
      "bad-argument",
      'regress: "level" should be a number between 0 and 1, got 95. Divide percentages by 100.',
    ]);
  });

  it("names the column that its options ask for and that is not there", () => {
    const table = { y: [1, 3, 4, 6], x: [0, 1, 2, 4] };
    expect(refusal(() => regress("y ~ x", table, { weights: "w" }))).toEqual([
      "missing-column",
      'regress: column "w" is needed and not there, got "y", "x". Pass it among the columns, or its values in place of its name.',
    ]);
    expect(refusal(() => regress("y ~ Intercept", { y: [1, 2], Intercept: [3, 4] }))[0]).toBe("bad-data");
    const odd = { y: [1, 2, 4, 3, 7, 5], c: ["r", "x", "x]:d[T.y", "r", "x", "r"], d: ["q", "y", "q", "y", "q", "q"] };
    expect(refusal(() => regress("y ~ c * d", odd))[1]).toContain('got "c[T.x]:d[T.y]" twice');
  });
});
