import { type Loss, numberOption } from "@neurite/plugin";
import { checkTargetValues } from "./check-target-values";
import { deviance, type LogMeanOptions } from "./deviance";
import { matchTarget } from "./match-target";
import { rowMean } from "./row-mean";

export interface TweedieDevianceOptions extends LogMeanOptions {
  /**
   * How the variance grows with the mean, `meanᵖ`: 1.5 unless told otherwise. 0 is the normal distribution, 1 Poisson, 2 gamma, 3 inverse
   * Gaussian; between 1 and 2 are amounts of which many are exactly 0; there is no distribution between 0 and 1.
   */
  readonly power?: number | undefined;
}

const kind = "tweedieDeviance";

/**
 * The loss for amounts whose variance is a power of their mean: the claims of a policy in a year, most of which are 0.
 *
 * Formula: `2 (max(y, 0)²⁻ᵖ / ((1-p) (2-p)) - y · ŷ¹⁻ᵖ / (1-p) + ŷ²⁻ᵖ / (2-p))`, at the powers 0, 1 and 2 its limits `(ŷ - y)²`,
 * `2 (y log(y / ŷ) - y + ŷ)` and `2 (log(ŷ / y) + y / ŷ - 1)`; the mean over all axes but the first. It is 0 where both are equal.
 * Shapes: `prediction: [rows, ...]` with means above 0 (any numbers under power 0), or their logarithms under `fromLogMean`; `target`
 * alike, with any numbers under a power up to 0, from 0 up under one from 1 to below 2, above 0 under one from 2 up; result `[rows]`.
 * A mean below 0 gives NaN, which stops a training: end the network in softplus or exp, or in no activation with `fromLogMean`.
 * Throws `bad-argument` for a power between 0 and 1, `bad-data` where the shapes differ or a target is out of range.
 * As scikit-learn's `mean_tweedie_deviance`; Keras' `Tweedie` leaves out what no training changes.
 * Source: Jørgensen, "Exponential dispersion models" (1987).
 *
 * @example
 * ```ts
 * import { tweedieDeviance } from "@neurite/network";
 * import { constant, evaluate } from "@neurite/tensor";
 *
 * const [perRow] = evaluate([tweedieDeviance({ power: 1.5 }).apply(constant([[4], [4]]), constant([[0], [4]]))]);
 * console.log([...perRow.data].map((n) => n.toFixed(4))); // → [ '8.0000', '0.0000' ]
 * ```
 */
export function tweedieDeviance({ power = 1.5, fromLogMean }: TweedieDevianceOptions = {}): Loss {
  numberOption(kind, "power", power, "a number up to 0 or from 1 up", (p) => p <= 0 || p >= 1);
  return {
    kind,
    config: { power, ...(fromLogMean === undefined ? {} : { fromLogMean }) },
    apply: (prediction, target) => {
      const remedy = `Leave such rows out, or lower the power (now ${power}).`;
      if (power >= 2) checkTargetValues(kind, target, (y) => y > 0, "above 0", remedy);
      else if (power >= 1) checkTargetValues(kind, target, (y) => y >= 0, "from 0 up", remedy);
      return rowMean(deviance(power, prediction, matchTarget(kind, prediction, target), fromLogMean));
    },
  };
}
