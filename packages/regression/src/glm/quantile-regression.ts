import { NeuriteError } from "@neurite/tensor";
import { type Columns, type ColumnValues, checkRows, readColumn, readColumns } from "../columns/columns";
import { weighRows } from "../columns/row-weights";
import { normalDistribution } from "../distributions/normal-distribution";
import { studentTDistribution } from "../distributions/student-t-distribution";
import type { Formula } from "../formula/parse-formula";
import { solvePivoted } from "../linear-algebra/pivoted-qr";
import { coefficientsOf } from "./coefficients-of";
import { type FitInput, formulaInput, readNumbers } from "./formula-input";
import type { GeneralizedFit } from "./generalized-fit";
import { numbersOf } from "./generalized-options";
import { independentDesign } from "./independent-design";
import { quantileErrors } from "./quantile-errors";
import { quantileVertex } from "./quantile-vertex";
import { sumOf } from "./sum-of";
import { weightedTriangle } from "./weighted-triangle";

/** Options of `quantileRegression` and `quantileFormula`. */
export interface QuantileRegressionOptions {
  /** Which quantile of the target, above 0 and below 1; ½, the median, unless told otherwise. */
  readonly quantile?: number;
  /** The probability of the intervals; 0.95 unless told otherwise. */
  readonly level?: number;
  /** After how many rows taken in exchange for another to stop; 10,000 unless told otherwise. */
  readonly maxIterations?: number;
}

/** A line that so many of the rows are below, as plain data; `predictGeneralized` takes it. */
export interface QuantileFit
  extends Pick<
    GeneralizedFit,
    "coefficients" | "intercept" | "spread" | "recipe" | "level" | "dropped" | "rank" | "rows" | "degreesOfFreedom"
  > {
  readonly kind: "quantile";
  readonly link: "identity";
  readonly quantile: number;
  /** Σ ρ(y - fitted): a miss times `quantile` above the line, times 1 - `quantile` below it. */
  readonly loss: number;
  /** Koenker and Machado's 1 - loss / (least loss of a constant); null where a constant has no loss. */
  readonly pseudoRSquared: number | null;
  /** The density of the misses at 0, that the standard errors rest on; null where there are too few rows for it. */
  readonly density: number | null;
  readonly iterations: number;
  /** Whether the line is the best one, proven by the dual of its linear programme. */
  readonly converged: boolean;
}

/**
 * Fits a line below which a share `quantile` of the rows lies: Σ ρ(yᵢ - b₀ - Σⱼ bⱼ xᵢⱼ) is least, where ρ(r) = r (quantile - [r < 0]).
 *
 * Exactly, by the simplex method from row to row: the line runs through as many rows as it has coefficients. Where several lines are best, which
 * happens where rows repeat, it is one of them. Standard errors are statsmodels' `robust` ones (Epanechnikov kernel, bandwidth of Hall and Sheather), with
 * t on `degreesOfFreedom`; null, with all that follows from them, where rows are too few for the bandwidth. Collinear columns are dropped and named.
 *
 * Errors: `too-few-rows`, `bad-cell`, `bad-data` (lengths), `bad-argument`, `not-finite`.
 *
 * Source: Koenker and Bassett, Regression quantiles, Econometrica 46 (1978); Koenker, Quantile Regression (2005), 3.4 and 6.2.
 *
 * @example
 * ```ts
 * import { quantileRegression } from "@neurite/regression";
 *
 * const fit = quantileRegression({ x: [1, 2, 3, 4, 5] }, [2, 4, 6, 8, 1000]);
 * console.log(fit.coefficients.map(({ name, estimate }) => `${name} ${estimate.toFixed(6)}`)); // → [ 'Intercept 0.000000', 'x 2.000000' ]
 * ```
 */
export function quantileRegression(
  columns: Columns,
  target: ColumnValues,
  options: QuantileRegressionOptions & { readonly intercept?: boolean } = {},
): QuantileFit {
  const subject = "quantileRegression";
  const { intercept = true } = options;
  const y = readColumn(target, `${subject}: the target`).high;
  return { ...fitQuantile({ table: readColumns(columns, subject), intercept }, y, options, subject), recipe: null };
}

/**
 * Fits a quantile of a formula in R's grammar; options and result are those of `quantileRegression`.
 *
 * Errors: those of `buildDesign` and of `quantileRegression`.
 *
 * @example
 * ```ts
 * import { predictGeneralized, quantileFormula } from "@neurite/regression";
 *
 * const table = { wage: [10, 12, 13, 20, 21, 40], degree: ["no", "no", "no", "yes", "yes", "yes"] };
 * const fit = quantileFormula("wage ~ degree", table);
 * console.log(predictGeneralized(fit, { degree: ["no", "yes"] }).map(({ response }) => response.estimate)); // → [ 12, 21 ]
 * ```
 */
export function quantileFormula(
  formula: string | Formula,
  columns: Columns,
  options: QuantileRegressionOptions = {},
): QuantileFit {
  const { input, target, recipe } = formulaInput(formula, columns, readNumbers);
  return { ...fitQuantile(input, target, options, "quantileFormula"), recipe };
}

function fitQuantile(
  { table, intercept, offset }: FitInput,
  target: Float64Array,
  options: QuantileRegressionOptions,
  subject: string,
): Omit<QuantileFit, "recipe"> {
  const { level, maxIterations } = numbersOf({ maxIterations: 10_000, ...options }, subject);
  const { quantile = 0.5 } = options;
  if (!(quantile > 0 && quantile < 1)) {
    const message = `${subject}: "quantile" should be a number between 0 and 1, got ${String(quantile)}.`;
    throw new NeuriteError("bad-argument", `${message} Divide percentages by 100.`);
  }
  checkRows(table, target.length, subject);
  const y = offset === undefined ? target : target.map((value, row) => value - (offset[row] as number));
  const rows = y.length;
  const { columns, names, dropped } = independentDesign(table, intercept, weighRows(rows, undefined, subject));
  const rank = columns.length;

  // From the least-squares line on, so that the search is among misses, however far the target is from 0.
  const qr = weightedTriangle(columns, y, undefined);
  const start = solvePivoted(qr);
  const fitted = sumOf(columns, start, rows);
  const misses = y.map((value, row) => value - (fitted[row] as number));
  const grain = 2 ** -46 * y.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const perfect = misses.every((miss) => Math.abs(miss) <= grain);
  const middle = sampleQuantile(misses, quantile);
  const order = Array.from(misses.keys()).sort(
    (a, b) => Math.abs((misses[a] as number) - middle) - Math.abs((misses[b] as number) - middle) || a - b,
  );
  const dense = columns.map(({ values, shift, scale }) => values.map((value) => (value - shift) * scale));
  const vertex = perfect
    ? { coefficients: new Float64Array(rank), basis: [], iterations: 0, optimal: true }
    : quantileVertex(dense, misses, quantile, order, maxIterations);
  const moved = sumOf(columns, vertex.coefficients, rows);
  // The line runs through its rows, and maybe through others: what is left over there is rounding.
  const rest = misses.map((miss, row) => {
    const left = miss - (moved[row] as number);
    return Math.abs(left) <= grain ? 0 : left;
  });

  const degreesOfFreedom = rows - rank;
  const errors = perfect || degreesOfFreedom <= 0 ? null : quantileErrors(columns, qr, y, rest, quantile);
  const loss = lossOf(rest, quantile);
  const constant = sampleQuantile(y, quantile);
  const flat = lossOf(
    y.map((value) => value - constant),
    quantile,
  );
  return {
    kind: "quantile",
    link: "identity",
    quantile,
    intercept,
    ...coefficientsOf({
      names,
      columns,
      intercept,
      coefficients: start.map((b, j) => b + (vertex.coefficients[j] as number)),
      errorVector: errors?.errorVector ?? null,
      distribution: degreesOfFreedom > 0 ? studentTDistribution({ degreesOfFreedom }) : normalDistribution(),
      level,
      subject,
    }),
    dropped,
    rank,
    rows,
    degreesOfFreedom,
    loss,
    pseudoRSquared: flat > 0 ? 1 - loss / flat : null,
    density: errors?.density ?? null,
    iterations: vertex.iterations,
    converged: vertex.optimal,
    level,
  };
}

/** The smallest value that a share of the values is at or below: a constant with the least loss. */
function sampleQuantile(values: Float64Array, quantile: number): number {
  const sorted = values.slice().sort();
  return sorted[Math.max(0, Math.ceil(quantile * sorted.length) - 1)] as number;
}

function lossOf(misses: Float64Array, quantile: number): number {
  return misses.reduce((sum, miss) => sum + miss * (miss < 0 ? quantile - 1 : quantile), 0);
}
