import { type Columns, type ColumnValues, readColumn, readColumns } from "../columns/columns";
import type { ElasticNetFit } from "./elastic-net-fit";
import { fitElasticNet } from "./fit-elastic-net";
import type { PenaltyOptions } from "./penalty-options";

/**
 * Fits a target as a sum of multiples of columns, held small by a penalty on their squares.
 *
 * Minimises Σᵢ wᵢ (yᵢ - b₀ - Σⱼ bⱼ xᵢⱼ)² / (2 Σᵢ wᵢ) + penalty / 2 · Σⱼ (bⱼ sⱼ)², with sⱼ the column's standard deviation or, with
 * `standardize: false`, 1; the intercept is free. scikit-learn's `Ridge(alpha)` is a penalty of alpha / Σᵢ wᵢ. Solved by QR of the
 * rows with one more row a column, refined or in double-double arithmetic as `leastSquares` is. Collinear columns share what
 * they tell; constant ones get 0.
 *
 * Errors: `too-few-rows` (no row), `bad-cell`, `bad-data` (lengths, weights), `bad-argument` (a penalty not above 0), `not-finite`.
 *
 * Source: Hoerl and Kennard, Ridge regression: biased estimation for nonorthogonal problems, Technometrics 12 (1970).
 *
 * @example
 * ```ts
 * import { ridgeRegression } from "@neurite/regression";
 *
 * // Two columns that say the same share the slope of 2, and the penalty takes a part of it.
 * const fit = ridgeRegression({ a: [1, 2, 3], b: [1, 2, 3] }, [3, 5, 7], { penalty: 0.5 });
 * console.log(fit.coefficients.map(({ estimate }) => estimate.toFixed(6))); // → [ '0.800000', '0.800000' ]
 * console.log(fit.intercept?.toFixed(6)); // → 1.800000
 * ```
 */
export function ridgeRegression(columns: Columns, target: ColumnValues, options: PenaltyOptions): ElasticNetFit {
  const subject = "ridgeRegression";
  const given = readColumns(columns, subject);
  return fitElasticNet(given, readColumn(target, `${subject}: the target`), { ...options, l1Ratio: 0 }, subject);
}
