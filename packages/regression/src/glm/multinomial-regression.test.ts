import { describe, expect, it } from "vitest";
import fits from "../../test-data/multinomial-fits.json" with { type: "json" };
import { refusal } from "../refusal";
import { expectNumbers } from "./expect-numbers";
import { generalizedFormula, generalizedLinearModel } from "./generalized-linear-model";
import { multinomialRegression } from "./multinomial-regression";

describe("multinomialRegression", () => {
  for (const { title, columns, target, intercept, expected } of fits) {
    it(`agrees with statsmodels on ${title}`, () => {
      const fit = multinomialRegression(Object.entries(columns), target, { intercept });
      expect(fit).toMatchObject({ converged: true, separated: false });
      for (const [k, { class: of, coefficients }] of fit.equations.entries()) {
        expect(of).toBe(k + 1);
        const column = (key: "estimate" | "standardError" | "statistic" | "pValue") =>
          coefficients.map((one) => one[key]);
        expectNumbers(column("estimate"), expected.params[k] as number[], "estimate");
        expectNumbers(column("standardError"), expected.bse[k] as number[], "standardError");
        expectNumbers(column("statistic"), expected.z[k] as number[], "statistic");
        expectNumbers(column("pValue"), expected.p[k] as number[], "pValue");
      }
      const { logLikelihood, nullLogLikelihood, pseudoRSquared, aic, bic } = fit;
      const { llf, llnull, pseudo } = expected;
      // Without an intercept statsmodels' null model is one of the classes' shares all the same.
      expectNumbers([logLikelihood, nullLogLikelihood, pseudoRSquared], [llf, llnull, pseudo], "likelihood");
      expectNumbers([aic, bic], [expected.aic, expected.bic], "criteria");
    });
  }

  it("is the binomial model for two classes, weights and dropped columns too", () => {
    const columns = { x: [1, 2, 3, 4, 5, 6, 7, 8], twice: [2, 4, 6, 8, 10, 12, 14, 16] };
    const target = ["a", "b", "a", "a", "b", "a", "b", "b"];
    const weights = [1, 2, 1, 1, 3, 1, 0, 1];
    const two = multinomialRegression(columns, target, { weights });
    const one = generalizedLinearModel(columns, target, { family: "binomial", weights });
    expect(two.dropped).toEqual([{ name: "twice", combinationOf: ["x"] }]);
    const { coefficients } = two.equations[0] as (typeof two.equations)[number];
    for (const [j, { name, estimate, standardError, upper }] of one.coefficients.entries()) {
      expect(coefficients[j]?.name).toBe(name);
      expect(coefficients[j]?.estimate).toBeCloseTo(estimate, 11);
      expect(coefficients[j]?.standardError).toBeCloseTo(standardError as number, 11);
      expect(coefficients[j]?.upper).toBeCloseTo(upper as number, 11);
    }
    expect(two.logLikelihood).toBeCloseTo(one.logLikelihood as number, 11);
  });

  it("gives the shares of the classes where there is no column", () => {
    const fit = multinomialRegression({}, ["a", "b", "b", "c"]);
    // log 2 against one a, and log 1
    expect(fit.equations.map(({ coefficients }) => coefficients[0]?.estimate)).toEqual([
      expect.closeTo(Math.LN2, 14),
      expect.closeTo(0, 14),
    ]);
    // √(1/2 + 1/1)
    expect(fit.equations[0]?.coefficients[0]?.standardError).toBeCloseTo(1.224744871391589, 13);
    expect(fit.logLikelihood).toBeCloseTo(fit.nullLogLikelihood, 13);
  });

  it("says where there is no finite answer, in whole or in part", () => {
    const whole = multinomialRegression({ x: [1, 2, 3, 4, 5, 6] }, ["a", "a", "b", "b", "c", "c"]);
    // The rows of x = 1 are all of class a, the others are mixed.
    const part = multinomialRegression({ x: [1, 1, 0, 0, 0, 0, 0, 0] }, ["a", "a", "a", "b", "c", "b", "c", "a"]);
    for (const fit of [whole, part]) {
      expect(fit).toMatchObject({ separated: true, converged: false });
      expect(fit.equations[0]?.coefficients[1]).toMatchObject({ standardError: null, pValue: null, lower: null });
      expect(JSON.parse(JSON.stringify(fit))).toEqual(fit);
    }
  });
});

describe("what is said of classes", () => {
  it("names the function that was called, and the one for more classes", () => {
    expect(refusal(() => multinomialRegression({ x: [1, 2] }, ["a", "a"]))[1]).toMatch(
      /^multinomialRegression: the target should have at least 2/,
    );
    expect(
      refusal(() => generalizedFormula("y ~ x", { y: ["a", "b", "c"], x: [1, 2, 4] }, { family: "binomial" })),
    ).toEqual([
      "bad-data",
      'generalizedFormula: the target should have 2 classes, got 3: "a", "b", "c". Leave rows of the others out, or use multinomialRegression.',
    ]);
  });

  it("takes text on the left side of a formula for the binomial family alone", () => {
    const table = { y: ["no", "yes", "no", "yes", "yes"], x: [1, 2, 3, 4, 2] };
    const fit = generalizedFormula("y ~ x", table, { family: "binomial" });
    expect(fit.classes).toEqual(["no", "yes"]);
    const turned = generalizedFormula("y ~ x", table, { family: "binomial", classes: ["yes", "no"] });
    expect(turned.coefficients[1]?.estimate).toBeCloseTo(-(fit.coefficients[1]?.estimate ?? 0), 10);
    expect(refusal(() => generalizedFormula("y ~ x", table, { family: "poisson" }))[0]).toBe("bad-cell");
  });
});
