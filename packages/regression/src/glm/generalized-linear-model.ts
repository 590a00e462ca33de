import { columnOrName } from "../columns/column-or-name";
import { type Columns, type ColumnValues, readColumns } from "../columns/columns";
import type { Labels } from "../columns/labels";
import type { Formula } from "../formula/parse-formula";
import { fitGeneralized } from "./fit-generalized";
import { formulaInput, readClasses, readNumbers } from "./formula-input";
import type { GeneralizedFit } from "./generalized-fit";
import type { GeneralizedOptions } from "./generalized-options";

/** Options of `generalizedLinearModel`. */
export interface GeneralizedColumnOptions extends GeneralizedOptions {
  /** Whether there is a column of ones; true unless told otherwise. */
  readonly intercept?: boolean;
}

/** Options of `generalizedFormula`. */
export interface GeneralizedFormulaOptions extends Omit<GeneralizedOptions, "weights" | "clusters"> {
  /** As in `GeneralizedOptions`, or the name of a column of them. */
  readonly weights?: ColumnValues | string;
  readonly clusters?: ColumnValues | string;
}

/**
 * Fits a generalized linear model: the mean μ of each row's target has a function g(μ) that is a sum of multiples of columns.
 *
 * g(μᵢ) = offsetᵢ + b₀ + Σⱼ bⱼ xᵢⱼ, and the variance is dispersion · V(μᵢ) / weightᵢ:
 * `gaussian` (g(μ) = μ, V = 1), `poisson` (log μ, V = μ), `binomial` (log(μ / (1 - μ)), V = μ (1 - μ)), `gamma` (log μ or 1 / μ, V = μ²) and
 * `negativeBinomial` (log μ, V = μ + alpha μ², alpha given or estimated by maximum likelihood). Coefficients are those of maximum likelihood, by
 * iteratively reweighted least squares with QR and step halving; z, p and intervals are Wald's, normal for all families as in statsmodels.
 * `robust` and `clusters` change standard errors, and with them tests and intervals, to those of the sandwich (X'OX)⁻¹ M (X'OX)⁻¹, O the observed
 * information as in statsmodels: `HC0` with M the sum of squares of the rows' scores; `HC1` times n / (n - rank); `HC2` and `HC3` with each
 * score over √(1 - h) and 1 - h, h the row's leverage; clusters with the correction G / (G - 1) · (n - 1) / (n - rank). An estimated alpha is
 * taken as known.
 *
 * Collinear columns are dropped and named as by `leastSquares`. Where there is no finite maximum, `separated` says so.
 *
 * Errors: `too-few-rows`, `bad-cell` (a target that the family cannot have), `bad-data` (lengths, weights, one class, fewer than 2 clusters, a leverage of 1 under HC2 or HC3), `bad-argument`,
 * `not-finite` (coefficients beyond float64, no start for the inverse link).
 *
 * Source: McCullagh and Nelder, Generalized Linear Models, 2nd edition (1989), chapter 2.
 *
 * @example
 * ```ts
 * import { generalizedLinearModel } from "@neurite/regression";
 *
 * const fit = generalizedLinearModel({ hours: [1, 2, 3, 4, 5] }, [1, 3, 4, 9, 13], { family: "poisson" });
 * console.log(fit.coefficients.map(({ name, estimate }) => `${name} ${estimate.toFixed(4)}`)); // → [ 'Intercept -0.2072', 'hours 0.5661' ]
 * ```
 */
export function generalizedLinearModel(
  columns: Columns,
  target: ColumnValues | Labels,
  options: GeneralizedColumnOptions,
): GeneralizedFit {
  const subject = "generalizedLinearModel";
  const { intercept = true } = options;
  const table = readColumns(columns, subject);
  return { ...fitGeneralized({ table, intercept }, target, options, subject), recipe: null };
}

/**
 * Fits a generalized linear model of a formula in R's grammar, with `offset(…)` where there is one; options and result are those of
 * `generalizedLinearModel`.
 *
 * The left side is numbers, or for the binomial family a column of two texts: as for R's factors, the odds are for the second in sorted order
 * (`classes` tells). The fit keeps the recipe, so `predictGeneralized` takes plain tables.
 *
 * Errors: those of `buildDesign` and of `generalizedLinearModel`.
 *
 * @example
 * ```ts
 * import { generalizedFormula } from "@neurite/regression";
 *
 * const table = { claims: [2, 5, 9, 3, 7, 16], cars: [10, 20, 30, 10, 20, 30], region: ["a", "a", "a", "b", "b", "b"] };
 * const fit = generalizedFormula("claims ~ region + offset(log(cars))", table, { family: "poisson" });
 * console.log(fit.coefficients.map(({ name, estimate }) => `${name} ${estimate.toFixed(4)}`)); // → [ 'Intercept -1.3218', 'region[T.b] 0.4855' ]
 * ```
 */
export function generalizedFormula(
  formula: string | Formula,
  columns: Columns,
  options: GeneralizedFormulaOptions,
): GeneralizedFit {
  const subject = "generalizedFormula";
  const { weights, clusters, ...others } = options;
  const asClasses = options.family === "binomial" && options.trials === undefined;
  const { input, target, recipe } = formulaInput(formula, columns, asClasses ? readClasses : readNumbers);
  const given = {
    ...others,
    ...(weights !== undefined && { weights: columnOrName(columns, weights, subject) }),
    ...(clusters !== undefined && { clusters: columnOrName(columns, clusters, subject) }),
  };
  return { ...fitGeneralized(input, target, given, subject), recipe };
}
