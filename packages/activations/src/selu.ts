import type { Activation } from "@neurite/plugin";
import { eluOf } from "./elu-of";

/**
 * The scaled exponential linear unit, which keeps mean 0 and variance 1 from layer to layer.
 *
 * Formula: `f(x) = scale · elu(x, alpha)` with alpha 1.6732632423543772 and scale 1.0507009873554805. Shapes: any, kept.
 * It wants weights from `lecunNormal()` and standardised inputs.
 * Source: Klambauer, Unterthiner, Mayr and Hochreiter, "Self-normalizing neural networks" (2017), appendix 1 for both numbers.
 *
 * @example
 * ```ts
 * import { selu } from "@neurite/activations";
 *
 * console.log(selu.kind); // → selu
 * ```
 */
export const selu: Activation = {
  kind: "selu",
  apply: (x) => eluOf(x, 1.6732632423543772).mul(1.0507009873554805),
};
