import { NeuriteError } from "@neurite/tensor";
import type { ElasticNetFit } from "./elastic-net-fit";

/** How well one penalty predicts rows that its fits have not seen. */
export interface CrossValidationPoint {
  readonly penalty: number;
  readonly meanSquaredError: number;
  /** How far the error may be off, judged by how the folds differ. */
  readonly standardError: number;
  /** How many columns have a coefficient in the fit to all rows. */
  readonly nonZero: number;
}

/** The (weighted) mean squared error of one fold, and what the fold weighs. */
export interface FoldError {
  readonly mean: number;
  readonly weight: number;
}

/** Compares a fold with its prediction. */
export function foldError(truth: Float64Array, predicted: Float64Array, weights: Float64Array | undefined): FoldError {
  let sum = 0;
  let weight = 0;
  for (let row = 0; row < truth.length; row++) {
    const own = weights?.[row] ?? 1;
    sum += own * ((truth[row] as number) - (predicted[row] as number)) ** 2;
    weight += own;
  }
  return { mean: weight > 0 ? sum / weight : 0, weight };
}

/** Puts the errors of the folds together. */
export function crossValidationPoint(
  { penalty, coefficients, zero }: ElasticNetFit,
  folds: readonly FoldError[],
  subject: string,
): CrossValidationPoint {
  const total = folds.reduce((sum, { weight }) => sum + weight, 0);
  const meanSquaredError = folds.reduce((sum, { mean, weight }) => sum + (weight / total) * mean, 0);
  const spread = folds.reduce((sum, { mean, weight }) => sum + (weight / total) * (mean - meanSquaredError) ** 2, 0);
  const standardError = Math.sqrt(spread / (folds.length - 1));
  if (!Number.isFinite(meanSquaredError + standardError)) {
    throw new NeuriteError(
      "not-finite",
      `${subject}: the squared errors at a penalty of ${penalty} are too large for float64 (above 1.8e308). Measure the target in other units.`,
    );
  }
  return { penalty, meanSquaredError, standardError, nonZero: coefficients.length - zero.length };
}

/** The place of the least error, and of the first (largest) penalty within one standard error of it. */
export function withinOneError(points: readonly CrossValidationPoint[]): { best: number; plain: number } {
  let best = 0;
  for (const [i, { meanSquaredError }] of points.entries()) {
    if (meanSquaredError < (points[best] as CrossValidationPoint).meanSquaredError) best = i;
  }
  const { meanSquaredError, standardError } = points[best] as CrossValidationPoint;
  const plain = points.findIndex((point) => point.meanSquaredError <= meanSquaredError + standardError);
  return { best, plain };
}
