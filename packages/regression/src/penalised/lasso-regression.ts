import { type Columns, type ColumnValues, readColumn, readColumns } from "../columns/columns";
import type { ElasticNetFit } from "./elastic-net-fit";
import { fitElasticNet } from "./fit-elastic-net";
import type { PenaltyOptions } from "./penalty-options";

/**
 * Fits a target with as few columns as the penalty on their coefficients' sizes leaves.
 *
 * Minimises Σᵢ wᵢ (yᵢ - b₀ - Σⱼ bⱼ xᵢⱼ)² / (2 Σᵢ wᵢ) + penalty · Σⱼ |bⱼ sⱼ|, with sⱼ the column's standard deviation or, with
 * `standardize: false`, 1 (then it is scikit-learn's `Lasso(alpha)`, with it glmnet's); the intercept is free. Found as
 * `elasticNetRegression` finds it. Of columns that say the same, the one that comes first gets the coefficient.
 *
 * Errors: as `ridgeRegression`.
 *
 * Source: Tibshirani, Regression shrinkage and selection via the lasso, Journal of the Royal Statistical Society B 58 (1996).
 *
 * @example
 * ```ts
 * import { lassoRegression } from "@neurite/regression";
 *
 * const fit = lassoRegression({ signal: [1, 2, 3, 4], noise: [1, 0, 0, 1] }, [3, 5, 7, 9], { penalty: 0.5, standardize: false });
 * console.log(fit.coefficients[0]?.estimate.toFixed(6), fit.zero); // → 1.600000 [ 'noise' ]
 * ```
 */
export function lassoRegression(columns: Columns, target: ColumnValues, options: PenaltyOptions): ElasticNetFit {
  const subject = "lassoRegression";
  const given = readColumns(columns, subject);
  return fitElasticNet(given, readColumn(target, `${subject}: the target`), { ...options, l1Ratio: 1 }, subject);
}
