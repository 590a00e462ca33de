import type { Loss } from "@neurite/plugin";
import { matchTarget } from "./match-target";
import { rowMean } from "./row-mean";

/**
 * A loss for regression that outliers do not rule: its best constant is the median.
 *
 * Formula: `mean of |ŷ - y|` over all axes but the first; the gradient where both are equal is 0. Shapes: `prediction: [rows, ...]`,
 * `target` alike, result `[rows]`, in the target's unit. Throws `bad-data` where the shapes differ. As in PyTorch and Keras.
 * Source: Boscovich and Laplace; see Stigler, "The history of statistics" (1986).
 *
 * @example
 * ```ts
 * import { meanAbsoluteError } from "@neurite/network";
 * import { constant, evaluate } from "@neurite/tensor";
 *
 * const [perRow] = evaluate([meanAbsoluteError.apply(constant([[1], [5]]), constant([[2], [2]]))]);
 * console.log([...perRow.data]); // → [ 1, 3 ]
 * ```
 */
export const meanAbsoluteError: Loss = {
  kind: "meanAbsoluteError",
  apply: (prediction, target) => rowMean(prediction.sub(matchTarget("meanAbsoluteError", prediction, target)).abs()),
};
