import type { Loss } from "@neurite/plugin";
import { matchTarget } from "./match-target";
import { rowMean } from "./row-mean";

/**
 * The usual loss of a regression: large misses count most.
 *
 * Formula: `mean of (ŷ - y)²` over all axes but the first. Shapes: `prediction: [rows, ...]`, `target` alike, result `[rows]`, in the
 * target's unit squared. Throws `bad-data` where the shapes differ. As in PyTorch and Keras. Source: Gauss, "Theoria combinationis observationum" (1823).
 *
 * @example
 * ```ts
 * import { meanSquaredError } from "@neurite/network";
 * import { constant, evaluate } from "@neurite/tensor";
 *
 * const [perRow] = evaluate([meanSquaredError.apply(constant([[1], [5]]), constant([[2], [2]]))]);
 * console.log([...perRow.data]); // → [ 1, 9 ]
 * ```
 */
export const meanSquaredError: Loss = {
  kind: "meanSquaredError",
  apply: (prediction, target) => {
    const miss = prediction.sub(matchTarget("meanSquaredError", prediction, target));
    return rowMean(miss.mul(miss));
  },
};
