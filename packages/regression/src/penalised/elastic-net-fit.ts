import type { Coefficient } from "../least-squares/linear-fit";

/** A linear fit whose coefficients were held small, as plain data. */
export interface ElasticNetFit {
  readonly kind: "elastic-net";
  /** One for each column, in their order and in the caller's units; exactly 0 where the penalty left nothing of it. */
  readonly coefficients: readonly Coefficient[];
  /** Null when the fit was made without one. It bears no penalty. */
  readonly intercept: number | null;
  /** The columns whose coefficient is 0. */
  readonly zero: readonly string[];
  /** Those among them that say nothing at all beside the intercept: they do not vary. */
  readonly constant: readonly string[];
  readonly penalty: number;
  /** 1 for the lasso, 0 for ridge. */
  readonly l1Ratio: number;
  readonly standardize: boolean;
  /** Rows that took part: those with a weight above 0. */
  readonly rows: number;
  /** 1 - Σ w (y - p)² / Σ w (y - ȳ)², or Σ w y² below the line without intercept; null for a target that does not vary. */
  readonly rSquared: number | null;
  /**
   * By how much the objective is at most above its least possible value, as a part of its value with all coefficients 0. It bounds
   * the error: above about 1e-13 the fit is not the exact one.
   */
  readonly dualityGap: number;
}
