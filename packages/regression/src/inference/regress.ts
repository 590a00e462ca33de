// A formula fitted in one call, with the tests that a statistics package prints.
import { NeuriteError } from "@neurite/tensor";
import { columnOrName } from "../columns/column-or-name";
import type { Columns, ColumnValues } from "../columns/columns";
import { fDistribution } from "../distributions/f-distribution";
import { buildDesign, type FittedDesign } from "../formula/build-design";
import type { Formula } from "../formula/parse-formula";
import { linearFit } from "../least-squares/fit-linear";
import type { LinearCoefficient } from "../least-squares/linear-fit";
import { solveLinear } from "../least-squares/solve-linear";
import { codeClusters } from "./clusters";
import { testCoefficient } from "./coefficient-test";
import { diagnose } from "./diagnostics";
import { geometryOf } from "./fit-geometry";
import { judgement } from "./judgement";
import { checkLevel, checkRegressOptions, type RegressOptions } from "./regress-options";
import type { RegressionFit } from "./regression-fit";
import { robustInference } from "./robust-inference";
import { withoutOffset } from "./without-offset";

const subject = "regress";
/** The name of the intercept among the coefficients, as in statsmodels. */
const interceptName = "Intercept";

/**
 * Fits a model formula by least squares and tests its coefficients.
 *
 * The formula is that of `buildDesign`, the fit that of `leastSquares`, with all digits of decimal text. Each coefficient has its
 * t = estimate / standardError, the two-sided p-value by Student's t with `degreesOfFreedom`, and the interval
 * estimate ± t* · standardError. An `offset(…)` is taken off the target before the fit, and R² is of what is left. Without an intercept
 * (`- 1`) R² and F measure from 0, as in R; statsmodels measures from the mean where dummies add up to an intercept.
 *
 * `robust` and `clusters` change standard errors and with them tests, intervals and F (Wald's), as statsmodels does: judged by the normal
 * distribution unless `distribution` is "t" (with G clusters of G - 1 degrees of freedom, F too), clusters with the correction
 * G / (G - 1) · (n - 1) / (n - rank).
 *
 * Errors: those of `buildDesign`; `bad-argument` (an option), `bad-data` (weights, fewer than 2 clusters, a leverage of 1 under HC2
 * or HC3, two coefficients of one name, as of a column `Intercept` beside an intercept), `missing-column`, `not-finite` (a result
 * beyond float64).
 *
 * Source: MacKinnon and White, Some heteroskedasticity-consistent covariance matrix estimators with improved finite sample properties
 * (1985); Cameron and Miller, A practitioner's guide to cluster-robust inference (2015).
 *
 * @example
 * ```ts
 * import { regress } from "@neurite/regression";
 *
 * const table = { speed: ["4", "7", "8", "9", "10"], distance: ["2", "4", "16", "10", "18"] };
 * const { coefficients, fPValue } = regress("distance ~ speed", table);
 * console.log(coefficients.map(({ name, estimate }) => `${name} ${estimate.toFixed(4)}`)); // → [ 'Intercept -9.3585', 'speed 2.5472' ]
 * console.log(coefficients[1]?.pValue?.toFixed(6), fPValue?.toFixed(6)); // → 0.082460 0.082460
 * ```
 */
export function regress(formula: string | Formula, columns: Columns, options: RegressOptions = {}): RegressionFit {
  const level = checkLevel(options.level ?? 0.95, subject);
  checkRegressOptions(options, subject);
  const design = buildDesign(formula, columns);
  checkNames(design);
  const given = (values: ColumnValues | string) => columnOrName(columns, values, subject);
  const solved = solveLinear(
    {
      rows: design.rows,
      names: design.columns.map(({ name }) => name),
      columns: design.columns.map(({ values }) => values),
    },
    withoutOffset(design),
    {
      intercept: design.intercept,
      ...(options.weights !== undefined && { weights: given(options.weights) }),
      ...(options.backend !== undefined && { backend: options.backend }),
    },
    subject,
  );
  const { kind, coefficients, intercept, interceptStandardError, ...common } = linearFit(solved, subject);
  const { degreesOfFreedom, rank } = common;
  const clusters =
    options.clusters === undefined
      ? undefined
      : codeClusters(given(options.clusters), design.rows, solved.counting, subject);
  const by = clusters ?? options.robust;
  const robust = by === undefined || degreesOfFreedom === 0 ? undefined : robustInference(solved, by, subject);
  const constant: readonly LinearCoefficient[] =
    intercept === null ? [] : [{ name: interceptName, estimate: intercept, standardError: interceptStandardError }];
  const testDegreesOfFreedom = clusters === undefined ? degreesOfFreedom : clusters.count - 1;
  const distribution = options.distribution ?? (by === undefined ? "t" : "normal");
  const judge = degreesOfFreedom === 0 ? undefined : judgement(distribution, testDegreesOfFreedom, level);
  const modelDegreesOfFreedom = rank - constant.length;
  const fStatistic = robust === undefined ? common.fStatistic : robust.fStatistic;
  return {
    kind: "regression",
    formula: design.recipe.formula,
    target: design.target.name,
    coefficients: [...constant, ...coefficients].map((one, at) =>
      testCoefficient({ ...one, standardError: robust?.standardErrors[at] ?? one.standardError }, judge, subject),
    ),
    level,
    covariance: clusters === undefined ? (options.robust ?? "ordinary") : "clusters",
    clusters: clusters?.count ?? null,
    distribution,
    ...common,
    testDegreesOfFreedom,
    modelDegreesOfFreedom,
    fStatistic,
    fPValue:
      fStatistic === null
        ? null
        : fDistribution({ degreesOfFreedom: [modelDegreesOfFreedom, testDegreesOfFreedom] }).upper(fStatistic),
    diagnostics: diagnose(solved),
    recipe: design.recipe,
    geometry: geometryOf(solved, robust?.covariance),
  };
}

/** Coefficients are told apart by their names. */
function checkNames({ intercept, columns }: FittedDesign): void {
  const names = [...(intercept ? [interceptName] : []), ...columns.map(({ name }) => name)];
  if (new Set(names).size === names.length) return;
  const twice = names.find((name, i) => names.indexOf(name) < i);
  throw new NeuriteError(
    "bad-data",
    `${subject}: each coefficient should have a name of its own, got ${JSON.stringify(twice)} twice. Rename the column that is called like an expression or the intercept.`,
  );
}
