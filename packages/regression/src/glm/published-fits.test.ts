// Published examples, and fits made by statsmodels 0.13.5: test-data/generalized-fits.md says how.
import { describe, expect, it } from "vitest";
import fits from "../../test-data/generalized-fits.json" with { type: "json" };
import { expectNumbers } from "./expect-numbers";
import { generalizedLinearModel } from "./generalized-linear-model";
import type { GeneralizedOptions } from "./generalized-options";
import { generalizedResiduals } from "./generalized-residuals";
import { predictGeneralized } from "./predict-generalized";

describe("generalized linear models against statsmodels", () => {
  for (const { title, columns, target, intercept, options, expected } of fits) {
    const given = options as unknown as GeneralizedOptions;
    const table = Object.entries(columns);
    const fit = generalizedLinearModel(table, target, { ...given, intercept });

    it(`finds the coefficients of ${title}, with errors, z, p and intervals`, () => {
      expect(fit.converged).toBe(true);
      expect(fit.separated).toBe(false);
      const column = (of: "estimate" | "standardError" | "statistic" | "pValue" | "lower" | "upper") =>
        fit.coefficients.map((coefficient) => coefficient[of]);
      expectNumbers(column("estimate"), expected.params, "estimate");
      expectNumbers(column("standardError"), expected.bse, "standardError");
      expectNumbers(column("statistic"), expected.z, "statistic");
      expectNumbers(column("pValue"), expected.p, "pValue");
      expectNumbers(column("lower"), expected.lower, "lower");
      expectNumbers(column("upper"), expected.upper, "upper");
    });

    it(`measures the fit of ${title}`, () => {
      expect(fit.degreesOfFreedom).toBe(expected.df);
      expectNumbers([fit.deviance], [expected.deviance], "deviance");
      expectNumbers([fit.nullDeviance], [expected.nullDeviance], "nullDeviance");
      expectNumbers([fit.pearsonChi2], [expected.pearsonChi2], "pearsonChi2");
      expectNumbers([fit.dispersion], [expected.scale], "dispersion");
      expectNumbers([fit.logLikelihood], [expected.llf], "logLikelihood");
      expectNumbers([fit.aic], [expected.aic], "aic");
      if ("alpha" in expected) expectNumbers([fit.alpha], [expected.alpha as number], "alpha");
      else expectNumbers([fit.bic], [expected.bic], "bic");
    });

    it(`finds the residuals and the leverage of ${title}`, () => {
      const { trials, offset, weights } = given;
      const rows = generalizedResiduals(fit, table, {
        target,
        ...(trials === undefined ? {} : { trials }),
        ...(offset === undefined ? {} : { offset }),
        ...(weights === undefined ? {} : { weights }),
      });
      expectNumbers(
        rows.map((row) => row?.response),
        expected.response,
        "response",
      );
      expectNumbers(
        rows.map((row) => row?.pearson),
        expected.pearson,
        "pearson",
      );
      expectNumbers(
        rows.map((row) => row?.deviance),
        expected.devianceResiduals,
        "deviance",
      );
      expectNumbers(
        rows.map((row) => row?.working),
        expected.working,
        "working",
      );
      expectNumbers(
        rows.map((row) => row?.leverage),
        expected.leverage,
        "leverage",
      );
      expectNumbers(
        rows.map((row) => row?.cooksDistance),
        expected.cooks,
        "cooksDistance",
      );
    });

    const prediction = "prediction" in expected ? expected.prediction : undefined;
    if (prediction === undefined) continue;
    it(`predicts new rows from ${title}, with intervals`, () => {
      const rows = predictGeneralized(fit, Object.entries(prediction.columns));
      expectNumbers(
        rows.map(({ link }) => link.estimate),
        prediction.link,
        "link",
      );
      expectNumbers(
        rows.map(({ link }) => link.standardError),
        prediction.linkError,
        "its error",
      );
      expectNumbers(
        rows.map(({ response }) => response.estimate),
        prediction.mean,
        "response",
      );
      expectNumbers(
        rows.map(({ response }) => response.standardError),
        prediction.error,
        "its error",
      );
      expectNumbers(
        rows.map(({ response }) => response.lower),
        prediction.lower,
        "lower",
      );
      expectNumbers(
        rows.map(({ response }) => response.upper),
        prediction.upper,
        "upper",
      );
    });
  }
});
