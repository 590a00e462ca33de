// D'Agostino and Pearson's test of normality: skewness and kurtosis, each turned into something normal, and their squares added.
import { naturalLog } from "@neurite/tensor";
import { chiSquaredDistribution } from "../distributions/chi-squared-distribution";
import { exponential } from "../distributions/exponential";
import { logarithmOfOnePlus } from "../distributions/logarithm-remainder";
import type { JarqueBera } from "./residual-diagnostics";

/** D'Agostino and Pearson's test of whether residuals are normal. */
export interface Omnibus {
  /** Z(skewness)² + Z(kurtosis)², each Z about normal where the residuals are. */
  readonly statistic: number;
  /** By the chi-squared distribution with 2 degrees of freedom. */
  readonly pValue: number;
}

/** The approximation of the skewness's distribution begins to hold from so many rows on. */
const fewestRows = 8;

/**
 * The test for the moments of so many residuals; null for fewer than 8, and where a moment is all that they can have.
 *
 * Source: D'Agostino, Transformation to normality of the null distribution of g₁, Biometrika 57 (1970); Anscombe and Glynn, Distribution of
 * the kurtosis statistic b₂ for normal samples, Biometrika 70 (1983).
 */
export function omnibus(rows: number, { skewness, kurtosis }: JarqueBera): Omnibus | null {
  if (rows < fewestRows) return null;
  const statistic = normalSkewness(rows, skewness) ** 2 + normalKurtosis(rows, kurtosis) ** 2;
  if (!Number.isFinite(statistic)) return null;
  return { statistic, pValue: chiSquaredDistribution({ degreesOfFreedom: 2 }).upper(statistic) };
}

function normalSkewness(n: number, skewness: number): number {
  const y = skewness * Math.sqrt(((n + 1) * (n + 3)) / (6 * (n - 2)));
  const fourth = (3 * (n * n + 27 * n - 70) * (n + 1) * (n + 3)) / ((n - 2) * (n + 5) * (n + 7) * (n + 9));
  const square = Math.sqrt(2 * (fourth - 1)) - 1;
  const delta = 1 / Math.sqrt(naturalLog(square) / 2);
  return delta * inverseSinh(y * Math.sqrt((square - 1) / 2));
}

function normalKurtosis(n: number, kurtosis: number): number {
  const mean = (3 * (n - 1)) / (n + 1);
  const variance = (24 * n * (n - 2) * (n - 3)) / ((n + 1) ** 2 * (n + 3) * (n + 5));
  const x = (kurtosis - mean) / Math.sqrt(variance);
  const skew =
    ((6 * (n * n - 5 * n + 2)) / ((n + 7) * (n + 9))) * Math.sqrt((6 * (n + 3) * (n + 5)) / (n * (n - 2) * (n - 3)));
  const a = 6 + (8 / skew) * (2 / skew + Math.sqrt(1 + 4 / skew ** 2));
  const below = 1 + x * Math.sqrt(2 / (a - 4));
  const part = 2 / (9 * a);
  return (1 - part - cubeRoot((1 - 2 / a) / below)) / Math.sqrt(part);
}

/** log(x + √(x² + 1)), in a form that keeps its digits near 0. */
function inverseSinh(x: number): number {
  const size = Math.abs(x);
  return Math.sign(x) * logarithmOfOnePlus(size + (size * size) / (1 + Math.sqrt(size * size + 1)));
}

/** With the same bits in every engine, which Math.cbrt has not. */
function cubeRoot(x: number): number {
  return x === 0 ? 0 : Math.sign(x) * exponential(naturalLog(Math.abs(x)) / 3);
}
