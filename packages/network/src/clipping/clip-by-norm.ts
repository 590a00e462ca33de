import { positiveOption } from "../positive-option";
import type { Clipping } from "./clipping";
import { normOf, shorten } from "./norm-of";

/**
 * Shortens the gradient of each parameter to a norm of at most `limit`, each by itself.
 *
 * Formula: `g ← g · min(1, limit / (‖g‖ + 1e-6))` for each parameter. As `clipnorm` of Keras.
 * Throws `bad-argument` for a limit that is not above 0.
 *
 * @example
 * ```ts
 * import { clipByNorm } from "@neurite/network";
 * import { constant, evaluate } from "@neurite/tensor";
 *
 * const [long, short] = clipByNorm(5).apply([constant([30, 40], "float64"), constant([3, 4], "float64")]);
 * console.log([...evaluate([long])[0].data].map(Math.round)); // → [ 3, 4 ]
 * console.log([...evaluate([short])[0].data].map(Math.round)); // → [ 3, 4 ]
 * ```
 */
export function clipByNorm(limit: number): Clipping {
  positiveOption("clipByNorm", "limit", limit);
  return { apply: (gradients) => gradients.map((g) => shorten(g, normOf([g]), limit)) };
}
