import { positiveOption } from "../positive-option";
import type { Clipping } from "./clipping";
import { normOf, shorten } from "./norm-of";

/**
 * Shortens all gradients by one factor, so that together they have a norm of at most `limit`: a step never goes far, its direction stays.
 *
 * Formula: `g ← g · min(1, limit / (‖all g‖ + 1e-6))`. As `clip_grad_norm_` of PyTorch and `global_clipnorm` of Keras.
 * Throws `bad-argument` for a limit that is not above 0.
 * Source: Pascanu, Mikolov and Bengio, "On the difficulty of training recurrent neural networks" (2013).
 *
 * @example
 * ```ts
 * import { clipByGlobalNorm } from "@neurite/network";
 * import { constant, evaluate } from "@neurite/tensor";
 *
 * const [a, b] = clipByGlobalNorm(5).apply([constant([30], "float64"), constant([40], "float64")]);
 * console.log(evaluate([a, b]).map(({ data }) => Math.round(data[0] ?? 0))); // → [ 3, 4 ]
 * ```
 */
export function clipByGlobalNorm(limit: number): Clipping {
  positiveOption("clipByGlobalNorm", "limit", limit);
  return {
    apply: (gradients) => {
      const norm = normOf(gradients);
      return gradients.map((g) => shorten(g, norm, limit));
    },
  };
}
