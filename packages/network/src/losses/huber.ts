import type { Loss } from "@neurite/plugin";
import { positiveOption } from "../positive-option";
import { matchTarget } from "./match-target";
import { rowMean } from "./row-mean";

export interface HuberOptions {
  /** From which miss on it grows in a straight line, in the target's unit: 1 unless told otherwise. */
  readonly delta?: number | undefined;
}

/**
 * Squared error for small misses, absolute error for large ones: smooth, and calm about outliers.
 *
 * Formula: with `d = |ŷ - y|` it is `d² / 2` up to delta, then `delta · (d - delta / 2)`; the mean over all axes but the first.
 * Shapes: `prediction: [rows, ...]`, `target` alike, result `[rows]`. Throws `bad-argument` for a delta that is not above 0, `bad-data`
 * where the shapes differ. As in PyTorch and Keras; PyTorch's `smooth_l1_loss` is this divided by its beta. Source: Huber, "Robust estimation of a location parameter" (1964).
 *
 * @example
 * ```ts
 * import { huber } from "@neurite/network";
 * import { constant, evaluate } from "@neurite/tensor";
 *
 * const [perRow] = evaluate([huber({ delta: 2 }).apply(constant([[1], [5]]), constant([[2], [2]]))]);
 * console.log([...perRow.data]); // → [ 0.5, 4 ]
 * ```
 */
export function huber({ delta = 1 }: HuberOptions = {}): Loss {
  positiveOption("huber", "delta", delta);
  return {
    kind: "huber",
    config: { delta },
    apply: (prediction, target) => {
      const distance = prediction.sub(matchTarget("huber", prediction, target)).abs();
      // both branches in one: q (d - q / 2) with q = d or delta, so the square of a huge miss is never taken
      const bounded = distance.minimum(delta);
      return rowMean(bounded.mul(distance.sub(bounded.div(2))));
    },
  };
}
