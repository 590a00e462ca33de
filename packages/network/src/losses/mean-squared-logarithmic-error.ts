import type { Loss } from "@neurite/plugin";
import { log1p } from "@neurite/tensor";
import { checkTargetValues } from "./check-target-values";
import { matchTarget } from "./match-target";
import { rowMean } from "./row-mean";

const kind = "meanSquaredLogarithmicError";

/**
 * Squared error of logarithms: for amounts over several orders of magnitude, where twice too much counts alike for small and large.
 *
 * Formula: `(log(1 + ŷ) - log(1 + y))²`; the mean over all axes but the first. Shapes: `prediction: [rows, ...]`, `target` alike with
 * numbers above -1, result `[rows]`. A prediction of -1 gives Infinity and one below NaN, which stop a training: end the network in an
 * activation that is above 0, such as softplus. Throws `bad-data` where the shapes differ or a target is not above -1.
 * As in scikit-learn; Keras counts predictions and targets below 1e-7 as 1e-7. PyTorch has no such loss.
 * Source: scikit-learn, "Metrics and scoring" (user guide).
 *
 * @example
 * ```ts
 * import { meanSquaredLogarithmicError } from "@neurite/network";
 * import { constant, evaluate } from "@neurite/tensor";
 *
 * const perRow = meanSquaredLogarithmicError.apply(constant([[0], [999]]), constant([[0], [99]]));
 * console.log([...evaluate([perRow])[0].data].map((n) => n.toFixed(4))); // → [ '0.0000', '5.3019' ]
 * ```
 */
export const meanSquaredLogarithmicError: Loss = {
  kind,
  apply: (prediction, target) => {
    checkTargetValues(kind, target, (y) => y > -1, "above -1", "Shift them, or use another loss.");
    const miss = log1p(prediction).sub(log1p(matchTarget(kind, prediction, target)));
    return rowMean(miss.mul(miss));
  },
};
