// How well a line fits, from its sums of squares alone.
import { naturalLog } from "@neurite/tensor";
import type { WeightedRows } from "../columns/row-weights";
import { type ScaledColumn, timesPowerOfTwo } from "../columns/scaled-column";
import type { Solution } from "./solution";

/** What the sums of squares say of a fit. With RSS = Σ w r² and n rows that count. */
export interface FitStatistics {
  /** `rows - rank`. */
  readonly degreesOfFreedom: number;
  /** √(RSS / degreesOfFreedom), in the target's unit; null without degrees of freedom. */
  readonly residualStandardDeviation: number | null;
  /** 1 - RSS / Σ w (y - ȳ)², without intercept 1 - RSS / Σ w y²; null for a constant target and for fewer than 2 rows. */
  readonly rSquared: number | null;
  /** 1 - (1 - R²) (n - 1) / degreesOfFreedom, without intercept with n; null without R² or degrees of freedom. */
  readonly adjustedRSquared: number | null;
  /**
   * Of the hypothesis that all coefficients but the intercept are 0: the mean square that the columns explain over the
   * residual one. Null for a perfect fit, where it is infinite, and without columns.
   */
  readonly fStatistic: number | null;
  /** Whether the residuals are no larger than the rounding of the target to float64 (2⁻⁵² of its size), or there are as many coefficients as rows. */
  readonly perfectFit: boolean;
  /** Of a normal distribution: -n/2 (log(2π RSS / n) + 1) + ½ Σ log w; null for a perfect fit, where it is infinite. */
  readonly logLikelihood: number | null;
  /** Akaike's criterion 2 rank - 2 logLikelihood, the variance not counted as a parameter (as statsmodels does); null for a perfect fit. */
  readonly aic: number | null;
  /** Schwarz's criterion log(n) rank - 2 logLikelihood; null for a perfect fit. */
  readonly bic: number | null;
}

/** log 2π */
const logTwoPi = 1.8378770664093453;

/** The statistics of a solution in scaled units. */
export function fitStatistics(
  { residualSumOfSquares: residual, explainedSumOfSquares: explained }: Solution,
  target: ScaledColumn,
  counting: WeightedRows,
  rank: number,
  intercept: boolean,
): FitStatistics {
  const { rows, weights } = counting;
  const predictors = rank - (intercept ? 1 : 0);
  const degreesOfFreedom = rows - rank;
  const total = explained + residual;
  const size = 1 + Math.abs(target.shift * target.scale);
  const weight = weights?.reduce((sum, w) => sum + w, 0) ?? rows;
  const perfectFit = degreesOfFreedom === 0 || residual <= weight * (2 ** -52 * size) ** 2;
  const known = rows > 1 && total > 0;
  const meanSquare = residual / degreesOfFreedom;
  const logLikelihood = perfectFit ? null : logLikelihoodOf(residual, target, counting);
  return {
    degreesOfFreedom,
    residualStandardDeviation:
      degreesOfFreedom > 0
        ? timesPowerOfTwo((Math.sqrt(meanSquare) / target.scale) * Math.sqrt(counting.unit), target.exponent)
        : null,
    // The usual forms, 1 less the residual part, rearranged so that nothing cancels where little is explained.
    rSquared: known ? explained / total : null,
    adjustedRSquared: known && degreesOfFreedom > 0 ? (explained - predictors * meanSquare) / total : null,
    fStatistic: perfectFit || predictors === 0 ? null : explained / predictors / meanSquare,
    perfectFit,
    logLikelihood,
    aic: logLikelihood === null ? null : 2 * rank - 2 * logLikelihood,
    bic: logLikelihood === null ? null : naturalLog(rows) * rank - 2 * logLikelihood,
  };
}

/** Of the caller's units: the target was scaled by scale / 2^exponent, and the weights' common unit takes itself out. */
function logLikelihoodOf(
  residual: number,
  { scale, exponent }: ScaledColumn,
  { rows, given, unit }: WeightedRows,
): number {
  const logUnit = exponent * Math.LN2 - naturalLog(scale);
  const logWeights = given?.reduce((sum, weight) => sum + naturalLog(weight) - naturalLog(unit), 0) ?? 0;
  return (logWeights - rows * (logTwoPi + 1 + naturalLog(residual / rows) + 2 * logUnit)) / 2;
}
