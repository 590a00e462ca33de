import type { Loss } from "@neurite/plugin";
import { marginMiss } from "./margin-miss";
import { rowMean } from "./row-mean";

/**
 * The loss of a support vector machine, for yes or no: rows on their right side, beyond the margin, no longer count.
 *
 * Formula: `max(0, 1 - t · ŷ)` with t = -1 for no, 1 for yes; the mean over all axes but the first; the gradient at the margin is 0.
 * Shapes: `prediction: [rows, ...]`, any numbers, whose sign decides (no sigmoid); `target` alike with -1 and 1, or 0 and 1, where 0 means
 * -1 (any dtype); result `[rows]`. Throws `bad-data` where the shapes differ or a target is another number.
 * As in Keras; PyTorch's `hinge_embedding_loss` is another function. Source: Cortes and Vapnik, "Support-vector networks" (1995).
 *
 * @example
 * ```ts
 * import { hinge } from "@neurite/network";
 * import { constant, evaluate } from "@neurite/tensor";
 *
 * const [perRow] = evaluate([hinge.apply(constant([[3], [0.5], [2]]), constant([[1], [1], [0]]))]);
 * console.log([...perRow.data]); // → [ 0, 0.5, 3 ]
 * ```
 */
export const hinge: Loss = {
  kind: "hinge",
  apply: (prediction, target) => rowMean(marginMiss("hinge", prediction, target)),
};
