import type { FitStatistics } from "./fit-statistics";

/** One column's slope: by how much the prediction grows when the column grows by 1. */
export interface Coefficient {
  readonly name: string;
  readonly estimate: number;
}

/** A slope with how far it may be off. */
export interface LinearCoefficient extends Coefficient {
  /** √(s² [(X'WX)⁻¹]ⱼⱼ) with s the residual standard deviation; null without degrees of freedom. */
  readonly standardError: number | null;
}

/** A column without a coefficient, because columns before it (and the intercept) already tell it. */
export interface DroppedColumn {
  readonly name: string;
  /** The kept columns it is a combination of; empty for a constant column. */
  readonly combinationOf: readonly string[];
}

/** A fitted line, plane or hyperplane, as plain data. */
export interface LinearFit extends FitStatistics {
  readonly kind: "linear";
  /** In the order of the columns; dropped columns are not among them. */
  readonly coefficients: readonly LinearCoefficient[];
  /** Null when the fit was made without one. */
  readonly intercept: number | null;
  /** Null without intercept and without degrees of freedom. */
  readonly interceptStandardError: number | null;
  readonly dropped: readonly DroppedColumn[];
  /** How many coefficients the rows determine, the intercept counted. */
  readonly rank: number;
  /** Rows that took part: those with a weight above 0. */
  readonly rows: number;
  /**
   * Largest over smallest singular value of the design (the 2-norm's), its columns centred where there is an intercept, weighted
   * and brought to length 1; by iteration, to a few digits. By so much an error in the data can grow in the coefficients.
   */
  readonly conditionNumber: number;
}
