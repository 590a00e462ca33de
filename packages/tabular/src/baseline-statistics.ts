import {
  chiSquaredDistribution,
  type DroppedColumn,
  fDistribution,
  type LinearFit,
  type TestedCoefficient,
  testCoefficients,
} from "@neurite/regression";
import { naturalLog } from "@neurite/tensor";
import type { Baseline, ClassBaseline, LinearBaseline } from "./baseline";
import { baselineFormula } from "./baseline-formula";
import type { ClassEquation, ClassLikelihood, NoLikelihood } from "./class-likelihood";
import { isUnused } from "./encode-inputs";
import type { TableEncoder } from "./encoder";

/** How sure the straight line is of its coefficients, and how well it fits its training rows; plain data. */
export type BaselineStatistics = LineStatistics | ClassStatistics;

/** What is told of every straight line. */
interface CommonStatistics {
  /** The column that is predicted. */
  readonly target: string;
  /**
   * The line in R's grammar: `neurite regress` fits it on all rows of the table, so its numbers are the same where all of them were training rows.
   * Null where no formula says it (missing cells, dates, rare values, categories of many levels, classes other than 0 and 1).
   */
  readonly formula: string | null;
  /** Columns without a coefficient, and what tells them. */
  readonly dropped: readonly DroppedColumn[];
  /** How many coefficients the rows determine (for each class but the first), the intercept counted. */
  readonly rank: number;
  /** The training rows. */
  readonly rows: number;
  /** With what probability an interval from `lower` to `upper` holds its coefficient: 0.95. */
  readonly level: number;
}

/** Of a line of numbers, fitted by least squares. Fields that `neurite regress --json` has too are the same ones. */
export interface LineStatistics
  extends CommonStatistics,
    Omit<LinearFit, "kind" | "coefficients" | "intercept" | "interceptStandardError"> {
  readonly kind: "linear";
  /** The first is the intercept, under the name `Intercept`; judged by Student's t with `degreesOfFreedom`. */
  readonly coefficients: readonly TestedCoefficient[];
  /** `rank`, the intercept not counted: the first degrees of freedom of the F test. */
  readonly modelDegreesOfFreedom: number;
  /** The probability of an F at least as large, were all coefficients but the intercept 0; null without `fStatistic`. */
  readonly fPValue: number | null;
  /** Whether all of it is of (y - mean) / deviation and not of y, since y is too large or too small for squares. */
  readonly standardised: boolean;
}

/** Of a line of classes. */
export type ClassStatistics = LogisticStatistics | SoftmaxStatistics | UnknownStatistics;

/** A coefficient of log odds. */
export interface OddsCoefficient extends TestedCoefficient {
  /** exp(estimate): by what the odds are multiplied when the column grows by 1; null of the intercept, and beyond float64. */
  readonly oddsRatio: number | null;
}

/**
 * What maximum likelihood says of the columns and training rows of a line of classes.
 *
 * The line that predicts has a weak ridge besides, which pulls its coefficients a little towards 0: standard errors are not defined with it.
 */
interface LikelihoodStatistics extends CommonStatistics {
  readonly classes: readonly string[];
  readonly degreesOfFreedom: number;
  readonly logLikelihood: number;
  /** That of the classes' shares alone. */
  readonly nullLogLikelihood: number;
  /** -2 logLikelihood. */
  readonly deviance: number;
  readonly nullDeviance: number;
  /** McFadden's 1 - logLikelihood / nullLogLikelihood. */
  readonly pseudoRSquared: number;
  /** nullDeviance - deviance, the likelihood-ratio statistic; with the number of coefficients but the intercepts for its degrees of freedom. */
  readonly chiSquared: number;
  readonly modelDegreesOfFreedom: number;
  /** The probability of a `chiSquared` at least as large, were all coefficients but the intercepts 0; null without any. */
  readonly chiSquaredPValue: number | null;
  /** 2 k - 2 logLikelihood with k coefficients. */
  readonly aic: number;
  /** log(rows) k - 2 logLikelihood. */
  readonly bic: number;
}

/** Of two classes: the log odds of the second against the first. */
export interface LogisticStatistics extends LikelihoodStatistics {
  readonly kind: "logistic";
  /** The first is the intercept, under the name `Intercept`; judged by the normal distribution. */
  readonly coefficients: readonly OddsCoefficient[];
}

/** Of more classes: the log odds of each against the first. */
export interface SoftmaxStatistics extends LikelihoodStatistics {
  readonly kind: "softmax";
  readonly equations: readonly { readonly class: string; readonly coefficients: readonly OddsCoefficient[] }[];
}

/** Where nothing can be said. */
export interface UnknownStatistics {
  readonly kind: "unknown";
  readonly target: string;
  /** `certain` of training rows of one class, the others as in `NoLikelihood`. */
  readonly reason: NoLikelihood["none"] | "certain";
  /** As in `NoLikelihood`: the columns that rule a class out, where they separate. */
  readonly columns: readonly string[];
}

const level = 0.95;

/** What statistics say of a baseline on its training rows. */
export function baselineStatistics(baseline: Baseline, encoder: TableEncoder): BaselineStatistics {
  const { column: target } = encoder.target;
  // where no column varies, the line was fitted to one of zeros, which is none of the table's
  const dropped = "dropped" in baseline && !encoder.inputs.every(isUnused) ? baseline.dropped : [];
  const common = { target, formula: baselineFormula(encoder), dropped };
  switch (baseline.kind) {
    case "linear":
      return lineStatistics(baseline, common);
    case "certain":
      return { kind: "unknown", target, reason: "certain", columns: [] };
    default: {
      const { likelihood } = baseline;
      return "none" in likelihood
        ? { kind: "unknown", target, reason: likelihood.none, columns: likelihood.columns }
        : classStatistics(baseline, likelihood, common);
    }
  }
}

type Told = Pick<CommonStatistics, "target" | "formula" | "dropped">;

function lineStatistics(baseline: LinearBaseline, { target, formula, dropped }: Told): LineStatistics {
  const { intercept, interceptStandardError, coefficients, ...fit } = baseline;
  const { degreesOfFreedom, fStatistic, rank, standardised } = fit;
  const constant = { name: "Intercept", estimate: intercept ?? 0, standardError: interceptStandardError };
  const modelDegreesOfFreedom = rank - 1;
  return {
    target,
    formula: standardised ? null : formula,
    coefficients: testCoefficients([constant, ...coefficients], { distribution: "t", degreesOfFreedom, level }),
    level,
    ...fit,
    dropped,
    modelDegreesOfFreedom,
    fPValue:
      fStatistic === null
        ? null
        : fDistribution({ degreesOfFreedom: [modelDegreesOfFreedom, degreesOfFreedom] }).upper(fStatistic),
  };
}

function classStatistics(
  { rank, rows, classes }: ClassBaseline,
  { equations, logLikelihood, nullLogLikelihood }: ClassLikelihood,
  { target, formula, dropped }: Told,
): LogisticStatistics | SoftmaxStatistics {
  const others = classes.length - 1;
  const parameters = rank * others;
  const modelDegreesOfFreedom = parameters - others;
  const chiSquared = 2 * (logLikelihood - nullLogLikelihood);
  const common = {
    level,
    dropped,
    rank,
    rows,
    degreesOfFreedom: rows - parameters,
    logLikelihood,
    nullLogLikelihood,
    deviance: -2 * logLikelihood,
    nullDeviance: -2 * nullLogLikelihood,
    pseudoRSquared: 1 - logLikelihood / nullLogLikelihood,
    chiSquared,
    modelDegreesOfFreedom,
    chiSquaredPValue:
      modelDegreesOfFreedom === 0
        ? null
        : chiSquaredDistribution({ degreesOfFreedom: modelDegreesOfFreedom }).upper(Math.max(0, chiSquared)),
    aic: 2 * parameters - 2 * logLikelihood,
    bic: naturalLog(rows) * parameters - 2 * logLikelihood,
  };
  const tested = equations.map((equation) => ({ class: equation.class, coefficients: oddsOf(equation) }));
  const about = { target, formula, classes: classes.map(String) };
  return tested.length === 1
    ? { kind: "logistic", ...about, coefficients: tested[0]?.coefficients ?? [], ...common }
    : { kind: "softmax", ...about, equations: tested, ...common };
}

function oddsOf({ coefficients }: ClassEquation): readonly OddsCoefficient[] {
  return testCoefficients(coefficients, { distribution: "normal", level }).map((tested, at) => {
    const ratio = Math.exp(tested.estimate);
    return { ...tested, oddsRatio: at > 0 && Number.isFinite(ratio) ? ratio : null };
  });
}
