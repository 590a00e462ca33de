import type { FamilyName, GeneralizedFit } from "neurite";
import type { Colors } from "../terminal/colors";
import { printable } from "../terminal/printable";
import { covarianceName } from "./covariance-name";
import { droppedNote } from "./dropped-note";
import { errorNote } from "./error-note";
import { significant } from "./number-text";
import { orDash } from "./or-dash";
import { type PairOfPairs, summaryLayout } from "./summary-layout";

/** As statsmodels calls them. */
const familyNames: Readonly<Record<FamilyName, string>> = {
  gaussian: "Gaussian",
  poisson: "Poisson",
  binomial: "Binomial",
  gamma: "Gamma",
  negativeBinomial: "NegativeBinomial",
};

/** The summary of a generalized linear model for people; `target` is the left side of its formula. */
export function generalizedSummaryText(fit: GeneralizedFit, target: string, colors: Colors): string {
  const { coefficients, level } = fit;
  return summaryLayout(
    {
      title: "Generalized Linear Model Regression Results",
      head: headPairs(fit, target),
      coefficients,
      level,
      symbol: "z",
      foot: [],
      notes: generalizedNotes(fit),
    },
    colors,
  );
}

function headPairs(fit: GeneralizedFit, target: string): readonly PairOfPairs[] {
  const five = (value: number) => significant(value, 5);
  const alpha: PairOfPairs = [
    ["Alpha:", orDash(fit.alpha, five)],
    ["Std. Err. of Alpha:", orDash(fit.alphaStandardError, five)],
  ];
  return [
    [
      ["Dep. Variable:", printable(target)],
      ["No. Observations:", String(fit.rows)],
    ],
    [
      ["Model:", "GLM"],
      ["Df Residuals:", String(fit.degreesOfFreedom)],
    ],
    [
      ["Model Family:", familyNames[fit.family]],
      ["Df Model:", String(fit.rank - (fit.intercept ? 1 : 0))],
    ],
    [
      ["Link Function:", fit.link],
      ["Scale:", orDash(fit.dispersion, five)],
    ],
    [
      ["Method:", "IRLS"],
      ["Log-Likelihood:", orDash(fit.logLikelihood, five)],
    ],
    [
      ["No. Iterations:", String(fit.iterations)],
      ["Deviance:", five(fit.deviance)],
    ],
    [
      ["AIC:", orDash(fit.aic, (value) => significant(value, 4))],
      ["Null Deviance:", five(fit.nullDeviance)],
    ],
    [
      ["BIC:", orDash(fit.bic, (value) => significant(value, 4))],
      ["Pearson chi2:", significant(fit.pearsonChi2, 3)],
    ],
    ...(fit.alpha === null ? [] : [alpha]),
    [
      ["Covariance Type:", covarianceName(fit.covariance)],
      ["", ""],
    ],
  ];
}

function generalizedNotes(fit: GeneralizedFit): readonly string[] {
  const { family, classes, dropped, separated, converged, iterations } = fit;
  const variance = `Standard errors assume independent rows whose variance is that of the family (${familyNames[family]}).`;
  const notes = [errorNote(fit, variance)];
  const [against, one] = classes ?? [0, 1];
  if (against !== 0 || one !== 1) {
    notes.push(`The odds are those of ${JSON.stringify(one)} against ${JSON.stringify(against)}.`);
  }
  for (const column of dropped) notes.push(droppedNote(column));
  if (separated) {
    notes.push(
      "Columns tell the target without a mistake: coefficients run off to infinity, and their tests say nothing.",
    );
  } else if (!converged) {
    notes.push(`The coefficients have not settled after ${iterations} iterations.`);
  }
  return notes;
}
