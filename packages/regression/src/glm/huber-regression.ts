import { NeuriteError } from "@neurite/tensor";
import { type Columns, type ColumnValues, checkRows, readColumn, readColumns } from "../columns/columns";
import { weighRows } from "../columns/row-weights";
import { normalDistribution } from "../distributions/normal-distribution";
import type { Formula } from "../formula/parse-formula";
import { solvePivoted } from "../linear-algebra/pivoted-qr";
import { coefficientsOf, likelihoodErrors } from "./coefficients-of";
import { type FitInput, formulaInput, readNumbers } from "./formula-input";
import type { GeneralizedFit } from "./generalized-fit";
import { numbersOf } from "./generalized-options";
import { independentDesign } from "./independent-design";
import { sumOf } from "./sum-of";
import { weightedTriangle } from "./weighted-triangle";

/** Options of `huberRegression` and `huberFormula`. */
export interface HuberRegressionOptions {
  /** Up to so many scales a miss counts by its square, beyond by its size; 1.345 unless told otherwise, 95 % efficient for normal misses. */
  readonly tuning?: number;
  /** The probability of the intervals; 0.95 unless told otherwise. */
  readonly level?: number;
  /** After how many steps to stop, converged or not; 1000 unless told otherwise. */
  readonly maxIterations?: number;
}

/** A line that outliers pull at with a bounded force, as plain data; `predictGeneralized` takes it. */
export interface HuberFit
  extends Pick<
    GeneralizedFit,
    "coefficients" | "intercept" | "spread" | "recipe" | "level" | "dropped" | "rank" | "rows" | "degreesOfFreedom"
  > {
  readonly kind: "huber";
  readonly link: "identity";
  readonly tuning: number;
  /** The median of the absolute misses over 0.6745, which is the standard deviation of normal misses; 0 where half of the rows have none. */
  readonly scale: number;
  readonly iterations: number;
  /** Whether the last step was below 1e-12 of the scale, or the scale is 0, from where no step leads further. */
  readonly converged: boolean;
}

/** The 0.75 quantile of the normal distribution. */
const normalQuartile = 0.6744897501960817;

/**
 * Fits a line by Huber's M-estimate: Σ ρ((yᵢ - b₀ - Σⱼ bⱼ xᵢⱼ) / scale) is least, where ρ is the square up to `tuning` and linear beyond.
 *
 * Iteratively reweighted least squares by QR, the scale being taken anew from the median absolute miss in each step, as statsmodels' `RLM` does by
 * default and R's `rlm`; standard errors are statsmodels' `H1` (Huber 1981, 7.6.5), z and p are normal, and null where the scale is 0.
 * Collinear columns are dropped and named. A column far out (a leverage point) can still bend the line.
 *
 * Errors: `too-few-rows`, `bad-cell`, `bad-data` (lengths), `bad-argument`, `not-finite`.
 *
 * Source: Huber, Robust Statistics (1981), chapter 7.
 *
 * @example
 * ```ts
 * import { huberRegression, leastSquares } from "@neurite/regression";
 *
 * const x = [1, 2, 3, 4, 5, 6, 7];
 * const y = [2.1, 3.9, 6.2, 7.8, 10.1, 12, 44];
 * console.log(leastSquares({ x }, y).coefficients[0]?.estimate.toFixed(2)); // → 5.21
 * console.log(huberRegression({ x }, y).coefficients[1]?.estimate.toFixed(2)); // → 2.07
 * ```
 */
export function huberRegression(
  columns: Columns,
  target: ColumnValues,
  options: HuberRegressionOptions & { readonly intercept?: boolean } = {},
): HuberFit {
  const subject = "huberRegression";
  const { intercept = true } = options;
  const y = readColumn(target, `${subject}: the target`).high;
  return { ...fitHuber({ table: readColumns(columns, subject), intercept }, y, options, subject), recipe: null };
}

/**
 * Fits a formula in R's grammar by Huber's M-estimate; options and result are those of `huberRegression`.
 *
 * Errors: those of `buildDesign` and of `huberRegression`.
 *
 * @example
 * ```ts
 * import { huberFormula, predictGeneralized } from "@neurite/regression";
 *
 * const fit = huberFormula("y ~ I(x^2)", { x: [1, 2, 3, 4, 5, 6, 7], y: [1, 4.1, 9, 80, 25, 36.1, 49] });
 * console.log(predictGeneralized(fit, { x: [8] })[0]?.response.estimate?.toFixed(0)); // → 64
 * ```
 */
export function huberFormula(
  formula: string | Formula,
  columns: Columns,
  options: HuberRegressionOptions = {},
): HuberFit {
  const { input, target, recipe } = formulaInput(formula, columns, readNumbers);
  return { ...fitHuber(input, target, options, "huberFormula"), recipe };
}

function fitHuber(
  { table, intercept, offset }: FitInput,
  target: Float64Array,
  options: HuberRegressionOptions,
  subject: string,
): Omit<HuberFit, "recipe"> {
  const { level, maxIterations } = numbersOf({ maxIterations: 1000, ...options }, subject);
  const { tuning = 1.345 } = options;
  if (!(tuning > 0 && Number.isFinite(tuning))) {
    const message = `${subject}: "tuning" should be a finite number above 0, got ${String(tuning)}.`;
    throw new NeuriteError("bad-argument", `${message} Leave it out for 1.345.`);
  }
  checkRows(table, target.length, subject);
  const y = offset === undefined ? target : target.map((value, row) => value - (offset[row] as number));
  const rows = y.length;
  const { columns, names, dropped } = independentDesign(table, intercept, weighRows(rows, undefined, subject));
  const largest = y.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const scaleOf = (misses: Float64Array) => {
    const scale = median(misses.map(Math.abs)) / normalQuartile;
    return scale <= 2 ** -48 * largest ? 0 : scale;
  };

  const qr = weightedTriangle(columns, y, undefined);
  let coefficients: Float64Array = solvePivoted(qr);
  let misses = subtract(y, sumOf(columns, coefficients, rows));
  let scale = scaleOf(misses);
  let iterations = 1;
  let converged = scale === 0;
  while (!converged && iterations < maxIterations) {
    const weights = misses.map((miss) => Math.min(1, (tuning * scale) / Math.abs(miss)));
    const step = solvePivoted(weightedTriangle(columns, misses, weights));
    coefficients = coefficients.map((b, j) => b + (step[j] as number));
    misses = subtract(y, sumOf(columns, coefficients, rows));
    const last = scale;
    scale = scaleOf(misses);
    iterations++;
    const moved = sumOf(columns, step, rows).reduce((most, change) => Math.max(most, Math.abs(change)), 0);
    converged = scale === 0 || (moved <= 1e-12 * scale && Math.abs(scale - last) <= 1e-12 * scale);
  }
  const rank = columns.length;
  const degreesOfFreedom = rows - rank;
  const dispersion = degreesOfFreedom > 0 && scale > 0 ? spreadOf(misses, scale, tuning, rank) : null;
  return {
    kind: "huber",
    link: "identity",
    tuning,
    intercept,
    ...coefficientsOf({
      names,
      columns,
      intercept,
      coefficients,
      errorVector: likelihoodErrors(qr, dispersion),
      distribution: normalDistribution(),
      level,
      subject,
    }),
    dropped,
    rank,
    rows,
    degreesOfFreedom,
    scale,
    iterations,
    converged,
    level,
  };
}

/** By what (X'X)⁻¹ is multiplied: K² [Σ ψ² scale² / (n - rank)] / [mean ψ']² with K = 1 + rank / n · var ψ' / (mean ψ')². */
function spreadOf(misses: Float64Array, scale: number, tuning: number, rank: number): number {
  const rows = misses.length;
  let squares = 0;
  let within = 0;
  for (const miss of misses) {
    const size = Math.abs(miss) / scale;
    squares += Math.min(size, tuning) ** 2;
    if (size <= tuning) within++;
  }
  const share = within / rows;
  const correction = 1 + ((rank / rows) * share * (1 - share)) / share ** 2;
  return (correction ** 2 * (squares / (rows - rank)) * scale ** 2) / share ** 2;
}

function subtract(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((value, row) => value - (b[row] as number));
}

function median(values: Float64Array): number {
  const sorted = values.slice().sort();
  const half = sorted.length >> 1;
  const upper = sorted[half] as number;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] as number) + upper) / 2;
}
