import { NeuriteError } from "@neurite/tensor";
import type { ColumnValues } from "../columns/columns";

/** What is the same for every penalty. */
export interface ShrinkageOptions {
  /**
   * Whether the penalty is on bⱼ sⱼ, with sⱼ the column's standard deviation, so that units do not matter (√ of the weighted mean of
   * (x - x̄)², divided by n and not n - 1; without an intercept of x²); true unless told otherwise. False puts it on bⱼ itself.
   */
  readonly standardize?: boolean;
  /** Whether the line may miss the origin; true unless told otherwise. */
  readonly intercept?: boolean;
  /** One number of 0 or more for each row; a row of weight 0 takes no part, and only the weights' proportions count. */
  readonly weights?: ColumnValues;
}

/** Options of `ridgeRegression` and `lassoRegression`. */
export interface PenaltyOptions extends ShrinkageOptions {
  /** How strongly coefficients are pulled to 0: a number above 0, in the objective of `elasticNetRegression`. */
  readonly penalty: number;
}

/** Options of `elasticNetRegression`. */
export interface ElasticNetRegressionOptions extends PenaltyOptions {
  /** How the penalty is shared, from 0 (all on the squares: ridge) to 1 (all on the sizes: lasso); scikit-learn's `l1_ratio`, glmnet's `alpha`. */
  readonly l1Ratio: number;
}

/** Refuses a penalty that is none. */
export function checkPenalty(penalty: unknown, subject: string): void {
  if (typeof penalty === "number" && penalty > 0 && Number.isFinite(penalty)) return;
  throw new NeuriteError(
    "bad-argument",
    `${subject}: "penalty" should be a finite number above 0, got ${String(penalty)}. Pass one, or use leastSquares for a fit without a penalty.`,
  );
}

/** Refuses a share that is none. */
export function checkRatio(l1Ratio: unknown, subject: string): void {
  if (typeof l1Ratio === "number" && l1Ratio >= 0 && l1Ratio <= 1) return;
  throw new NeuriteError(
    "bad-argument",
    `${subject}: "l1Ratio" should be a number from 0 (ridge) to 1 (lasso), got ${String(l1Ratio)}. Pass 0.5 for both alike.`,
  );
}
