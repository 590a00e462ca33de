// Robust standard errors of published tables, by statsmodels 0.13.5 and R's sandwich 3.0-2: test-data/generalized-fits.md says how.
import { describe, expect, it } from "vitest";
import cases from "../../test-data/generalized-robust.json" with { type: "json" };
import type { Columns, ColumnValues } from "../columns/columns";
import { regress } from "../inference/regress";
import { refusal } from "../refusal";
import { expectNumbers } from "./expect-numbers";
import { generalizedFormula } from "./generalized-linear-model";
import type { GeneralizedOptions } from "./generalized-options";
import { generalizedResiduals } from "./generalized-residuals";

const kinds = ["HC0", "HC1", "HC2", "HC3"] as const;

describe.each(cases)("robust errors of $title", ({ formula, options, trials, cluster, table, expected }) => {
  const columns: Columns = Object.entries(table) as [string, ColumnValues][];
  const of = (name: string) => (table as unknown as Record<string, ColumnValues>)[name] as ColumnValues;
  const given = {
    ...(options as Pick<GeneralizedOptions, "family" | "link" | "alpha">),
    ...(trials !== null && { trials: of(trials) }),
  };
  // statsmodels puts factors before numbers
  const order = new Map(expected.names.map((name, at) => [name.replaceAll("np.", ""), at]));
  const errors = (fit: ReturnType<typeof generalizedFormula>) => {
    const found = expected.names.map((): number | null => null);
    for (const { name, standardError } of fit.coefficients) found[order.get(name) as number] = standardError;
    return found;
  };

  it("has the ordinary ones where none are asked for", () => {
    const fit = generalizedFormula(formula, columns, given);
    expect([fit.covariance, fit.clusters, fit.modelSpread]).toEqual(["ordinary", null, null]);
    expectNumbers(errors(fit), expected.bse, "standardError");
    expectNumbers([fit.deviance, fit.nullDeviance], [expected.deviance, expected.nullDeviance], "deviance");
    expect(fit.degreesOfFreedom).toBe(expected.df);
  });

  it.each(kinds)("has %s", (robust) => {
    const fit = generalizedFormula(formula, columns, { ...given, robust });
    expect(fit.covariance).toBe(robust);
    expectNumbers(errors(fit), expected[robust], robust);
    if (robust !== "HC0") return;
    const column = (end: "lower" | "upper") => {
      const found = expected.names.map((): number | null => null);
      for (const one of fit.coefficients) found[order.get(one.name) as number] = one[end];
      return found;
    };
    expectNumbers(column("lower"), expected.lower, "lower");
    expectNumbers(column("upper"), expected.upper, "upper");
  });

  it("has those of clusters", () => {
    const fit = generalizedFormula(formula, columns, { ...given, clusters: cluster });
    expect([fit.covariance, fit.clusters]).toEqual(["clusters", new Set<unknown>(of(cluster)).size]);
    expectNumbers(errors(fit), expected.clusters, "clusters");
  });

  it("leaves the leverage of the rows as it is", () => {
    const fit = generalizedFormula(formula, columns, { ...given, robust: "HC3" });
    const rows = generalizedResiduals(fit, columns, trials === null ? {} : { trials: of(trials) });
    expectNumbers(
      rows.map((row) => row?.leverage),
      expected.leverage,
      "leverage",
    );
  });
});

describe("robust errors of a generalized linear model", () => {
  const table = {
    y: [1, 4, 2, 8, 9, 5, 3],
    x: [1, 2, 3, 4, 5, 6, 7],
    w: [1, 2, 1, 0, 3, 1, 2],
    town: ["a", "a", "b", "c", "c", "b", "a"],
  };

  it("are those of least squares for the gaussian family", () => {
    for (const option of [{ robust: "HC2" }, { robust: "HC3" }, { clusters: "town" }] as const) {
      const line = regress("y ~ x", table, { ...option, weights: "w" });
      const fit = generalizedFormula("y ~ x", table, { ...option, family: "gaussian", weights: "w" });
      expectNumbers(
        fit.coefficients.map(({ standardError }) => standardError),
        line.coefficients.map(({ standardError }) => standardError as number),
        JSON.stringify(option),
      );
    }
  });

  it("are unknown without degrees of freedom", () => {
    const fit = generalizedFormula("y ~ x", { y: [1, 2], x: [1, 2] }, { family: "poisson", robust: "HC1" });
    expect(fit.coefficients.map(({ standardError }) => standardError)).toEqual([null, null]);
    expect(fit.spread).toBeNull();
  });

  it("are refused where a coefficient tells a row alone, or there is but one cluster", () => {
    const alone = { y: [1, 2, 3, 4], g: ["a", "a", "b", "a"] };
    expect(refusal(() => generalizedFormula("y ~ g", alone, { family: "poisson", robust: "HC3" }))).toEqual([
      "bad-data",
      "generalizedFormula: for HC3 every row should have a leverage below 1, got 1 in row 2 (counted from 0), which a coefficient tells alone. Leave the row out, or take HC0 or HC1.",
    ]);
    expect(refusal(() => generalizedFormula("y ~ 1", alone, { family: "poisson", clusters: [1, 1, 1, 1] }))).toEqual([
      "bad-data",
      'generalizedFormula: "clusters" should tell at least 2 clusters apart, got 1. Leave the option out, or pass another column.',
    ]);
    const both = { family: "poisson", robust: "HC3", clusters: "g" } as const;
    expect(refusal(() => generalizedFormula("y ~ 1", alone, both))).toEqual([
      "bad-argument",
      'generalizedFormula: "robust" and "clusters" should not stand together, got "HC3". Leave one of them out.',
    ]);
  });
});
