import type { Activation } from "@neurite/plugin";

/**
 * A sigmoid of three straight lines, the derivative of `sparsePlus`.
 *
 * Formula: `f(x) = min(max(½ (x + 1), 0), 1)`; its gradient at -1 and 1 is 0. Shapes: any, kept.
 * Source: Blondel, Martins and Niculae, "Learning with Fenchel-Young losses" (2020), section 6.2; Martins and Astudillo,
 * "From softmax to sparsemax" (2016): it is sparsemax of x/2 and -x/2.
 *
 * @example
 * ```ts
 * import { sparseSigmoid } from "@neurite/activations";
 *
 * console.log(sparseSigmoid.kind); // → sparseSigmoid
 * ```
 */
export const sparseSigmoid: Activation = {
  kind: "sparseSigmoid",
  apply: (x) => x.add(1).mul(0.5).maximum(0).minimum(1),
};
