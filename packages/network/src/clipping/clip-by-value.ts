import { positiveOption } from "../positive-option";
import type { Clipping } from "./clipping";

/**
 * Cuts each number of each gradient off at ±limit. It changes the gradient's direction; {@link clipByGlobalNorm} does not.
 *
 * Formula: `g ← min(max(g, -limit), limit)`. As `clip_grad_value_` of PyTorch and `clipvalue` of Keras.
 * Throws `bad-argument` for a limit that is not above 0.
 *
 * @example
 * ```ts
 * import { clipByValue } from "@neurite/network";
 * import { constant, evaluate } from "@neurite/tensor";
 *
 * const [gradient] = clipByValue(1).apply([constant([-3, 0.5, 2])]);
 * console.log([...evaluate([gradient])[0].data]); // → [ -1, 0.5, 1 ]
 * ```
 */
export function clipByValue(limit: number): Clipping {
  positiveOption("clipByValue", "limit", limit);
  return { apply: (gradients) => gradients.map((g) => g.maximum(-limit).minimum(limit)) };
}
