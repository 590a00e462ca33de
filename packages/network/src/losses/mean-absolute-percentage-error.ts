import type { Loss } from "@neurite/plugin";
import { positiveOption } from "../positive-option";
import { matchTarget } from "./match-target";
import { rowMean } from "./row-mean";

export interface MeanAbsolutePercentageErrorOptions {
  /** The least size of a target by which a miss is divided, in the target's unit: 1e-7 unless told otherwise, as in Keras. */
  readonly epsilon?: number | undefined;
}

/**
 * How far off the prediction is, in percent of the target.
 *
 * Formula: `100 · |ŷ - y| / max(|y|, epsilon)`; the mean over all axes but the first; the gradient where both are equal is 0.
 * A target of 0 counts as one of size epsilon, so that a miss of 1 there costs 10⁹ percent: leave such rows out, or raise epsilon to the
 * size that matters. Shapes: `prediction: [rows, ...]`, `target` alike, result `[rows]`, in percent.
 * Throws `bad-argument` for an epsilon that is not above 0, `bad-data` where the shapes differ.
 * As in Keras; scikit-learn's `mean_absolute_percentage_error` is a share, the hundredth part of it, with epsilon 2⁻⁵². PyTorch has none.
 * Source: Makridakis, "Accuracy measures: theoretical and practical concerns" (1993).
 *
 * @example
 * ```ts
 * import { meanAbsolutePercentageError } from "@neurite/network";
 * import { constant, evaluate } from "@neurite/tensor";
 *
 * const [perRow] = evaluate([meanAbsolutePercentageError().apply(constant([[5], [30]]), constant([[4], [40]]))]);
 * console.log([...perRow.data]); // → [ 25, 25 ]
 * ```
 */
export function meanAbsolutePercentageError({ epsilon = 1e-7 }: MeanAbsolutePercentageErrorOptions = {}): Loss {
  const kind = "meanAbsolutePercentageError";
  positiveOption(kind, "epsilon", epsilon);
  return {
    kind,
    config: { epsilon },
    apply: (prediction, target) => {
      const y = matchTarget(kind, prediction, target);
      return rowMean(prediction.sub(y).abs().div(y.abs().maximum(epsilon)).mul(100));
    },
  };
}
