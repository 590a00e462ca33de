import type { Loss } from "@neurite/plugin";
import { marginMiss } from "./margin-miss";
import { rowMean } from "./row-mean";

/**
 * The hinge loss squared: smooth at the margin, hard on rows far on the wrong side.
 *
 * Formula: `max(0, 1 - t · ŷ)²` with t = -1 for no, 1 for yes; the mean over all axes but the first.
 * Shapes: `prediction: [rows, ...]`, any numbers, whose sign decides (no sigmoid); `target` alike with -1 and 1, or 0 and 1, where 0 means
 * -1 (any dtype); result `[rows]`. Throws `bad-data` where the shapes differ or a target is another number. As in Keras.
 * Source: Lee and Mangasarian, "SSVM: a smooth support vector machine for classification" (2001).
 *
 * @example
 * ```ts
 * import { squaredHinge } from "@neurite/network";
 * import { constant, evaluate } from "@neurite/tensor";
 *
 * const [perRow] = evaluate([squaredHinge.apply(constant([[3], [0.5], [2]]), constant([[1], [1], [0]]))]);
 * console.log([...perRow.data]); // → [ 0, 0.25, 9 ]
 * ```
 */
export const squaredHinge: Loss = {
  kind: "squaredHinge",
  apply: (prediction, target) => {
    const miss = marginMiss("squaredHinge", prediction, target);
    return rowMean(miss.mul(miss));
  },
};
