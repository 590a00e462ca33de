// The baseline: ordinary and weighted least squares.
import { NeuriteError } from "@neurite/tensor";
import { type Columns, type ColumnValues, checkRows, readColumn, readColumns } from "./columns";
import { independentColumns } from "./independent-columns";
import { pivotedQR, solvePivoted } from "./pivoted-qr";
import { refine } from "./refine";
import { weighRows } from "./row-weights";
import { onesColumn, type ScaledColumn, scaleColumn, timesPowerOfTwo } from "./scaled-column";
import { triangleOf } from "./triangle";
import { interceptOf, slope } from "./unscale";

/** One column's slope: by how much the prediction grows when the column grows by 1. */
export interface Coefficient {
  readonly name: string;
  readonly estimate: number;
}

/** A column without a coefficient, because columns before it (and the intercept) already tell it. */
export interface DroppedColumn {
  readonly name: string;
  /** The kept columns it is a combination of; empty for a constant column. */
  readonly combinationOf: readonly string[];
}

/** A fitted line, plane or hyperplane, as plain data. */
export interface LinearFit {
  readonly kind: "linear";
  /** In the order of the columns; dropped columns are not among them. */
  readonly coefficients: readonly Coefficient[];
  /** Null when the fit was made without one. */
  readonly intercept: number | null;
  readonly dropped: readonly DroppedColumn[];
  /** How many coefficients the rows determine, the intercept counted. */
  readonly rank: number;
  /** Rows that took part: those with a weight above 0. */
  readonly rows: number;
  /** `rows - rank`. */
  readonly degreesOfFreedom: number;
  /** √(Σ w r² / degreesOfFreedom), in the target's unit; null without degrees of freedom. */
  readonly residualStandardDeviation: number | null;
  /** 1 - Σ w r² / Σ w (y - ȳ)², without intercept 1 - Σ w r² / Σ w y²; null for a constant target and for fewer than 2 rows. */
  readonly rSquared: number | null;
}

/** Options of {@link leastSquares}. */
export interface LeastSquaresOptions {
  /** Whether the line may miss the origin; true unless told otherwise. */
  readonly intercept?: boolean;
  /** One number of 0 or more for each row; a row of weight 0 takes no part. */
  readonly weights?: ColumnValues;
}

/**
 * Fits a target as a sum of multiples of columns so that the squared misses are least.
 *
 * Minimises Σᵢ wᵢ (yᵢ - b₀ - Σⱼ bⱼ xᵢⱼ)² in float64 by Householder QR with column pivoting and iterative refinement, never by the
 * normal equations. Columns are centred and scaled inside, so units do no harm. Of perfectly collinear columns those
 * earlier in the order are kept; the others are named in `dropped`. More columns than rows are dropped by the same rule.
 *
 * Errors: `too-few-rows` (no row), `bad-cell` (a cell is no finite number), `bad-data` (lengths, weights), `not-finite` (a coefficient
 * is beyond float64).
 *
 * Source: Golub and Van Loan, Matrix Computations, 4th edition, 5.2 to 5.4.
 *
 * @example
 * ```ts
 * import { leastSquares } from "@neurite/regression";
 *
 * const fit = leastSquares({ x: [1, 2, 3] }, [3, 5, 7]);
 * console.log(fit.intercept); // → 1
 * console.log(fit.coefficients[0]?.estimate); // → 2
 * ```
 */
export function leastSquares(columns: Columns, target: ColumnValues, options: LeastSquaresOptions = {}): LinearFit {
  const given = readColumns(columns, "leastSquares");
  const y = readColumn(target, "leastSquares: the target");
  checkRows(given, y.length, "leastSquares");
  const withIntercept = options.intercept ?? true;
  const counting = weighRows({ ...given, rows: y.length }, y, options.weights, "leastSquares");
  const { table, weights } = counting;

  const features = table.values.map((values) => scaleColumn(values, weights, withIntercept));
  const right = scaleColumn(counting.target, weights, withIntercept);
  const design = withIntercept ? [onesColumn(table.rows), ...features] : features;
  const first = withIntercept ? 1 : 0;
  const triangle = triangleOf([...design, right], weights);
  const ones = Math.sqrt(total(weights, table.rows));
  const found = independentColumns(
    triangle,
    design.length,
    design.map(({ shift, scale }) => Math.abs(shift * scale) * ones),
  );
  const qr = pivotedQR(found.triangle, found.right);
  const kept = found.kept.map((j) => design[j] as ScaledColumn);
  const solution = refine(kept, right, weights, qr, solvePivoted(qr));

  const name = (j: number) => table.names[j - first] as string;
  const named = found.kept.flatMap((j, at) => (j < first ? [] : [{ name: name(j), at }]));
  const coefficients = named.map(({ name, at }) => ({
    name,
    estimate: checked(slope(kept[at] as ScaledColumn, right, solution.high[at] as number), name),
  }));
  const rank = kept.length;
  const degreesOfFreedom = table.rows - rank;
  return {
    kind: "linear",
    coefficients,
    intercept: withIntercept ? checked(interceptOf(kept, right, solution), "the intercept") : null,
    dropped: found.dropped.map(({ index, combinationOf }) => ({
      name: name(index),
      combinationOf: combinationOf.filter((j) => j >= first).map(name),
    })),
    rank,
    rows: table.rows,
    degreesOfFreedom,
    residualStandardDeviation:
      degreesOfFreedom > 0
        ? checked(
            timesPowerOfTwo(
              (Math.sqrt(solution.residualSumOfSquares / degreesOfFreedom) / right.scale) * Math.sqrt(counting.unit),
              right.exponent,
            ),
            "the residual standard deviation",
          )
        : null,
    rSquared: rSquaredOf(right, weights, solution.residualSumOfSquares, withIntercept),
  };
}

function rSquaredOf(
  { values, shift, scale }: ScaledColumn,
  weights: Float64Array | undefined,
  residualSum: number,
  about: boolean,
): number | null {
  if (values.length < 2) return null;
  let sum = 0;
  let mean = 0;
  for (let row = 0; row < values.length; row++) {
    const weight = weights === undefined ? 1 : (weights[row] as number);
    const above = ((values[row] as number) - shift) * scale;
    sum += weight * above * above;
    mean += weight * above;
  }
  // What the rounded mean still lay beside the true one.
  if (about) sum -= (mean * mean) / total(weights, values.length);
  return sum > 0 ? 1 - residualSum / sum : null;
}

function total(weights: Float64Array | undefined, rows: number): number {
  return weights === undefined ? rows : weights.reduce((sum, weight) => sum + weight, 0);
}

function checked(value: number, of: string): number {
  if (Number.isFinite(value)) return value;
  throw new NeuriteError(
    "not-finite",
    `leastSquares: the result for ${of} is too large for float64 (above 1.8e308). Measure the columns or the target in other units.`,
  );
}
