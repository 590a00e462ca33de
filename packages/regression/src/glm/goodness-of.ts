// How well a generalized linear model fits: sums over the rows at its end.
import { NeuriteError } from "@neurite/tensor";
import { onesColumn } from "../columns/scaled-column";
import type { Family } from "./family";
import type { GeneralizedFit } from "./generalized-fit";
import { type Ending, type Problem, reweight } from "./reweight";

/** What the rows' deviances and variances say. */
export type Goodness = Pick<
  GeneralizedFit,
  "degreesOfFreedom" | "deviance" | "nullDeviance" | "pearsonChi2" | "dispersion" | "logLikelihood"
>;

/** So many steps are plenty for an intercept. */
const nullSteps = 100;

/** Deviance, Pearson's statistic, dispersion and likelihood. */
export function goodnessOf(
  problem: Problem,
  end: Ending,
  prior: Float64Array,
  rank: number,
  subject: string,
): Goodness {
  const { family, y, weights, intercept } = problem;
  const rows = y.length;
  const degreesOfFreedom = rows - rank;
  let pearsonChi2 = 0;
  for (let row = 0; row < rows; row++) {
    const mean = end.mean[row] as number;
    const miss = (y[row] as number) - mean;
    if (miss === 0) continue;
    const variance = family.variance(mean, end.predictor[row] as number);
    pearsonChi2 += (weights[row] as number) * miss * (miss / variance);
  }
  if (!Number.isFinite(pearsonChi2)) {
    throw new NeuriteError(
      "not-finite",
      `${subject}: the squared misses of the fit are too large for float64 (above 1.8e308). Measure the target in other units.`,
    );
  }
  const meanMiss = degreesOfFreedom > 0 ? pearsonChi2 / degreesOfFreedom : null;
  const dispersion = family.estimatesDispersion ? meanMiss : 1;
  const alone = intercept && rank === 1;
  return {
    degreesOfFreedom,
    deviance: end.deviance,
    nullDeviance: alone
      ? end.deviance
      : reweight({ ...problem, intercept: true, columns: [onesColumn(rows)] }, nullSteps, subject).deviance,
    pearsonChi2,
    dispersion,
    logLikelihood: likelihoodOf(
      problem,
      end.deviance,
      prior,
      family.name === "gaussian" ? end.deviance / rows : dispersion,
    ),
  };
}

function likelihoodOf(
  { family, y, weights, trials }: Problem,
  deviance: number,
  prior: Float64Array,
  dispersion: number | null,
): number | null {
  if (dispersion === null || dispersion <= grainOf(family, y, weights)) return null;
  // Counts repeat, so each is worked out once.
  const known = new Map<string, number>();
  let sum = -deviance / (2 * dispersion);
  for (let row = 0; row < y.length; row++) {
    const weight = prior[row] as number;
    const count = trials?.[row] ?? 1;
    const key = `${y[row]} ${count} ${family.estimatesDispersion ? weight : ""}`;
    let saturated = known.get(key);
    if (saturated === undefined) {
      saturated = family.saturated({ y: y[row] as number, trials: count, dispersion: dispersion / weight });
      known.set(key, saturated);
    }
    // A weight divides the dispersion where there is one; else it repeats the row.
    sum += family.estimatesDispersion ? saturated : weight * saturated;
  }
  // weights so far apart that a row's dispersion is beyond float64
  return Number.isFinite(sum) ? sum : null;
}

/** At and below this dispersion the misses are rounding (of a gamma family, of e^η to three units in the last place): a perfect fit. */
function grainOf({ name }: Family, y: Float64Array, weights: Float64Array): number {
  if (name !== "gaussian") return 2 ** -100;
  return (2 ** -104 * y.reduce((sum, value, row) => sum + (weights[row] as number) * value * value, 0)) / y.length;
}
