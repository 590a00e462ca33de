import { type Columns, type ColumnValues, readColumn, readColumns } from "../columns/columns";
import type { ElasticNetFit } from "./elastic-net-fit";
import { type PathOptions, pathPenalties } from "./path-penalties";
import { checkRatio, type ShrinkageOptions } from "./penalty-options";
import { shrinkageFitter } from "./shrinkage-fitter";
import { shrinkageProblem } from "./shrinkage-problem";

/** Options of `elasticNetPath`. */
export interface ElasticNetPathOptions extends ShrinkageOptions, PathOptions {
  /** How the penalty is shared, from 0 (ridge) to 1 (lasso). */
  readonly l1Ratio: number;
}

/**
 * Fits the elastic net at one penalty after another, from the one that leaves nothing down to a small one.
 *
 * The objective is that of `elasticNetRegression`. The penalties are evenly spaced in their logarithm, from the least one that holds all
 * coefficients at 0, maxⱼ |Σᵢ wᵢ xᵢⱼ yᵢ| / (sⱼ · l1Ratio · Σᵢ wᵢ) of centred numbers, down to `smallest` of it. Below an `l1Ratio` of
 * 0.001, where no penalty does that, the first one is that of 0.001, as in glmnet. Each fit begins where the last one ended.
 *
 * Errors: as `elasticNetRegression`; `bad-argument` also for penalties, `count` and `smallest` that are none.
 *
 * Source: Friedman, Hastie and Tibshirani, Regularization paths for generalized linear models via coordinate descent, Journal of
 * Statistical Software 33 (2010).
 *
 * @example
 * ```ts
 * import { elasticNetPath } from "@neurite/regression";
 *
 * const columns = { strong: [1, 2, 3, 4, 5, 6], weak: [2, 1, 2, 1, 2, 1] };
 * for (const { penalty, zero } of elasticNetPath(columns, [3, 5, 8, 9, 13, 14], { l1Ratio: 1, count: 4 })) {
 *   console.log(penalty.toFixed(4), zero);
 * }
 * // → 3.9036 [ 'strong', 'weak' ]
 * // → 0.3904 [ 'weak' ]
 * // → 0.0390 []
 * // → 0.0039 []
 * ```
 */
export function elasticNetPath(
  columns: Columns,
  target: ColumnValues,
  options: ElasticNetPathOptions,
): readonly ElasticNetFit[] {
  const subject = "elasticNetPath";
  const { l1Ratio } = options;
  checkRatio(l1Ratio, subject);
  const given = readColumns(columns, subject);
  const problem = shrinkageProblem(given, readColumn(target, `${subject}: the target`), options, subject);
  const fitter = shrinkageFitter(problem, subject);
  return pathPenalties(fitter.largest, l1Ratio, options, subject).map((penalty) => fitter.fit(penalty, l1Ratio));
}
