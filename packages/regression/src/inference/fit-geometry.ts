// What a fit has to remember for the rows to come, whose values and uncertainty would lose digits in the caller's units.

import type { ScaledColumn, Scaling } from "../columns/scaled-column";
import type { SolvedLinear } from "../least-squares/solve-linear";
import type { DoubleRows } from "../linear-algebra/double-rows";
import type { PreciseTriangle } from "../linear-algebra/precise-triangle";

/** Numbers `high[i] + low[i]` as JSON. */
interface StoredRows {
  readonly high: readonly number[];
  readonly low: readonly number[];
}

/** A solved problem in scaled units as plain data, for `influence` and `predictRegression`; nothing to read by oneself. */
export interface FitGeometry {
  readonly intercept: boolean;
  /** Of the kept columns, in the order of the coefficients. */
  readonly columns: readonly Scaling[];
  readonly target: Scaling;
  readonly estimates: StoredRows;
  /** R, column by column; what stands below its diagonal says nothing. */
  readonly triangle: StoredRows;
  /** M of the covariance R⁻¹ M R⁻ᵀ, row by row; null where it is `variance` times the identity. */
  readonly covariance: readonly number[] | null;
  /** The residuals' mean square; null without degrees of freedom. */
  readonly variance: number | null;
}

/** What there is to remember of a solved problem. */
export function geometryOf(
  { problem, solution, statistics: { degreesOfFreedom } }: SolvedLinear,
  covariance: Float64Array | undefined,
): FitGeometry {
  const count = problem.columns.length;
  const { size, data } = solution.triangle;
  const square = (part: Float64Array) =>
    problem.columns.flatMap((_, j) => [...part.subarray(j * size, j * size + count)]);
  return {
    intercept: problem.intercept,
    columns: problem.columns.map(scalingOf),
    target: scalingOf(problem.target),
    estimates: stored(solution.estimates),
    triangle: { high: square(data.high), low: square(data.low) },
    covariance: covariance === undefined ? null : [...covariance],
    variance: degreesOfFreedom > 0 ? solution.residualSumOfSquares / degreesOfFreedom : null,
  };
}

/** R of a fit, for calculating with it. */
export function triangleOfFit({ triangle, columns }: FitGeometry): PreciseTriangle {
  return { size: columns.length, data: restored(triangle) };
}

/** Numbers of a fit, for calculating with them. */
export function restored({ high, low }: StoredRows): DoubleRows {
  return { high: Float64Array.from(high), low: Float64Array.from(low) };
}

function stored({ high, low }: DoubleRows): StoredRows {
  return { high: [...high], low: [...low] };
}

function scalingOf({ shift, scale, exponent }: ScaledColumn): Scaling {
  return { shift, scale, exponent };
}
