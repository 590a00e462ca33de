import type { ScaledColumn } from "../columns/scaled-column";
import type { DoubleRows } from "../linear-algebra/double-rows";
import type { PreciseTriangle } from "../linear-algebra/precise-triangle";

/** What solving a least-squares problem gives, in scaled units; sums of squares are weighted. */
export interface Solution {
  /** One for each column. */
  readonly estimates: DoubleRows;
  /** √(c'(X'WX)⁻¹c) with each column's combination c: the standard error of Σ cⱼ bⱼ in units of the residual standard deviation. */
  readonly deviations: readonly number[];
  readonly residualSumOfSquares: number;
  /** Σ of squares that the columns tell, beyond what the intercept does where there is one. */
  readonly explainedSumOfSquares: number;
  /** R of the QR decomposition of the columns; of what stands beyond them nothing is said. */
  readonly triangle: PreciseTriangle;
}

/** What a solver is given: columns that are linearly independent, the one of ones first where there is an intercept. */
export interface Problem {
  readonly columns: readonly ScaledColumn[];
  readonly target: ScaledColumn;
  readonly weights: Float64Array | undefined;
  readonly intercept: boolean;
  /** What of the scaled coefficients adds up to the caller's coefficient of a column: itself alone, but for the intercept. */
  readonly combination: (at: number) => Float64Array;
}
