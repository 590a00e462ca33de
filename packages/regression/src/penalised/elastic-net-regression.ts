import { type Columns, type ColumnValues, readColumn, readColumns } from "../columns/columns";
import type { ElasticNetFit } from "./elastic-net-fit";
import { fitElasticNet } from "./fit-elastic-net";
import type { ElasticNetRegressionOptions } from "./penalty-options";

/**
 * Fits a target with few columns and small coefficients.
 *
 * Minimises Σᵢ wᵢ (yᵢ - b₀ - Σⱼ bⱼ xᵢⱼ)² / (2 Σᵢ wᵢ) + penalty · Σⱼ (l1Ratio |bⱼ sⱼ| + (1 - l1Ratio) / 2 · (bⱼ sⱼ)²), with sⱼ the
 * column's standard deviation or, with `standardize: false`, 1; the intercept is free. The objective is glmnet's (`lambda`, `alpha`)
 * and, unstandardised, scikit-learn's `ElasticNet(alpha, l1_ratio)`. By coordinate descent with covariance updates and an exact
 * solution for the signs it finds, until the duality gap is below 1e-15; `dualityGap` tells what was reached.
 *
 * Errors: as `ridgeRegression`; `bad-argument` also for an `l1Ratio` outside of 0 to 1.
 *
 * Source: Zou and Hastie, Regularization and variable selection via the elastic net, Journal of the Royal Statistical Society B 67
 * (2005); Friedman, Hastie and Tibshirani, Journal of Statistical Software 33 (2010).
 *
 * @example
 * ```ts
 * import { elasticNetRegression, predictLinear } from "@neurite/regression";
 *
 * const columns = { signal: [1, 2, 3, 4], noise: [1, 0, 0, 1] };
 * const fit = elasticNetRegression(columns, [3, 5, 7, 9], { penalty: 0.5, l1Ratio: 0.5, standardize: false });
 * console.log(fit.coefficients[0]?.estimate.toFixed(6), fit.zero); // → 1.500000 [ 'noise' ]
 * console.log([...predictLinear(fit, { signal: [5], noise: [0] })].map((value) => value.toFixed(6))); // → [ '9.750000' ]
 * ```
 */
export function elasticNetRegression(
  columns: Columns,
  target: ColumnValues,
  options: ElasticNetRegressionOptions,
): ElasticNetFit {
  const subject = "elasticNetRegression";
  const given = readColumns(columns, subject);
  return fitElasticNet(given, readColumn(target, `${subject}: the target`), options, subject);
}
