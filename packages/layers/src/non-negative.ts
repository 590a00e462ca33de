import type { Constraint } from "@neurite/plugin";

/**
 * No weight below 0: what is, becomes 0 after each step.
 *
 * Formula: `max(w, 0)`. Shapes: any parameter, kept. The weights that a training starts from are put right by its first step.
 * Source: Keras, "NonNeg".
 *
 * @example
 * ```ts
 * import { nonNegative } from "@neurite/layers";
 * import { constant, evaluate } from "@neurite/tensor";
 *
 * const [kept] = evaluate([nonNegative.apply(constant([-2, 0, 3]))]);
 * console.log([...kept.data]); // → [ 0, 0, 3 ]
 * ```
 */
export const nonNegative: Constraint = {
  kind: "nonNegative",
  apply: (next) => next.maximum(0),
};
