import type { Loss } from "@neurite/plugin";
import { checkTargetValues } from "./check-target-values";
import { deviance, type LogMeanOptions } from "./deviance";
import { matchTarget } from "./match-target";
import { rowMean } from "./row-mean";

export interface GammaDevianceOptions extends LogMeanOptions {}

const kind = "gammaDeviance";

/**
 * The loss for amounts above 0 whose spread grows with their mean: claims, durations, prices.
 *
 * Formula: `2 (log(ŷ / y) + y / ŷ - 1)`, the unit deviance of the gamma distribution, 0 where both are equal; the mean over all axes but
 * the first. It does not change with the unit. Shapes: `prediction: [rows, ...]` with means above 0, or their logarithms under
 * `fromLogMean`; `target` alike with numbers above 0, result `[rows]`. A mean of 0 gives Infinity and one below NaN, which stop a
 * training: end the network in softplus or exp, or in no activation with `fromLogMean`.
 * Throws `bad-data` where the shapes differ or a target is not above 0. As scikit-learn's `mean_gamma_deviance`.
 * Source: Nelder and Wedderburn, "Generalized linear models" (1972).
 *
 * @example
 * ```ts
 * import { gammaDeviance } from "@neurite/network";
 * import { constant, evaluate } from "@neurite/tensor";
 *
 * const [perRow] = evaluate([gammaDeviance().apply(constant([[1], [20]]), constant([[2], [40]]))]);
 * console.log([...perRow.data].map((n) => n.toFixed(4))); // → [ '0.6137', '0.6137' ]
 * ```
 */
export function gammaDeviance({ fromLogMean }: GammaDevianceOptions = {}): Loss {
  return {
    kind,
    config: fromLogMean === undefined ? {} : { fromLogMean },
    apply: (prediction, target) => {
      const remedy =
        "Leave such rows out, or use the Tweedie deviance with a power between 1 and 2, which takes zeros.";
      checkTargetValues(kind, target, (y) => y > 0, "above 0", remedy);
      return rowMean(deviance(2, prediction, matchTarget(kind, prediction, target), fromLogMean));
    },
  };
}
