import type { RegressionFit } from "neurite";
import type { Colors } from "../terminal/colors";
import { printable } from "../terminal/printable";
import { covarianceName } from "./covariance-name";
import { fitNotes } from "./fit-notes";
import { significant } from "./number-text";
import { orDash } from "./or-dash";
import { type PairOfPairs, summaryLayout } from "./summary-layout";

/** What the summary shows of a call besides its fit. */
export interface SummaryOptions {
  readonly weighted: boolean;
  readonly colors: Colors;
}

/** The summary of a fit by least squares for people. */
export function summaryText(fit: RegressionFit, { weighted, colors }: SummaryOptions): string {
  const method = weighted ? "WLS" : "OLS";
  return summaryLayout(
    {
      title: `${method} Regression Results`,
      head: headPairs(fit, method),
      coefficients: fit.coefficients,
      level: fit.level,
      symbol: fit.distribution === "t" ? "t" : "z",
      foot: footPairs(fit),
      notes: fitNotes(fit),
    },
    colors,
  );
}

function headPairs(fit: RegressionFit, method: string): readonly PairOfPairs[] {
  const centered = hasIntercept(fit) ? "" : " (uncentered)";
  return [
    [
      ["Dep. Variable:", printable(fit.target)],
      [`R-squared${centered}:`, orDash(fit.rSquared, (value) => value.toFixed(3))],
    ],
    [
      ["Model:", method],
      [`Adj. R-squared${centered}:`, orDash(fit.adjustedRSquared, (value) => value.toFixed(3))],
    ],
    [
      ["Method:", "Least Squares"],
      ["F-statistic:", orDash(fit.fStatistic, (value) => significant(value, 4))],
    ],
    [
      ["No. Observations:", String(fit.rows)],
      ["Prob (F-statistic):", orDash(fit.fPValue, (value) => significant(value, 3))],
    ],
    [
      ["Df Residuals:", String(fit.degreesOfFreedom)],
      ["Log-Likelihood:", orDash(fit.logLikelihood, (value) => significant(value, 5))],
    ],
    [
      ["Df Model:", String(fit.modelDegreesOfFreedom)],
      ["AIC:", orDash(fit.aic, (value) => significant(value, 4))],
    ],
    [
      ["Covariance Type:", covarianceName(fit.covariance)],
      ["BIC:", orDash(fit.bic, (value) => significant(value, 4))],
    ],
  ];
}

function footPairs(fit: RegressionFit): readonly PairOfPairs[] {
  const { durbinWatson, jarqueBera, omnibus, rawConditionNumber } = fit.diagnostics;
  const decimals = (value: number) => value.toFixed(3);
  const three = (value: number) => significant(value, 3);
  return [
    [
      ["Omnibus:", orDash(omnibus?.statistic, decimals)],
      ["Durbin-Watson:", orDash(durbinWatson, decimals)],
    ],
    [
      ["Prob(Omnibus):", orDash(omnibus?.pValue, decimals)],
      ["Jarque-Bera (JB):", orDash(jarqueBera?.statistic, decimals)],
    ],
    [
      ["Skew:", orDash(jarqueBera?.skewness, decimals)],
      ["Prob(JB):", orDash(jarqueBera?.pValue, three)],
    ],
    [
      ["Kurtosis:", orDash(jarqueBera?.kurtosis, decimals)],
      ["Cond. No.:", orDash(rawConditionNumber, three)],
    ],
    [
      ["Residual Std. Dev.:", orDash(fit.residualStandardDeviation, (value) => significant(value, 4))],
      ["Cond. No. (scaled):", three(fit.conditionNumber)],
    ],
  ];
}

function hasIntercept({ rank, modelDegreesOfFreedom }: RegressionFit): boolean {
  return rank > modelDegreesOfFreedom;
}
