import type { Activation } from "@neurite/plugin";
import { gated } from "./gated";

/**
 * The sigmoid linear unit, also called swish: smooth, and a little below 0 for small negative x.
 *
 * Formula: `f(x) = x · sigmoid(x)`. Shapes: any, kept. Its limit at -Infinity is 0.
 * Source: Elfwing, Uchibe and Doya, "Sigmoid-weighted linear units" (2017); Ramachandran, Zoph and Le, "Searching for activation functions" (2017).
 *
 * @example
 * ```ts
 * import { silu } from "@neurite/activations";
 *
 * console.log(silu.kind); // → silu
 * ```
 */
export const silu: Activation = {
  kind: "silu",
  // sigmoid is 0 below -745 even in float64, and 1 above 40
  apply: (x) => gated(x, (inner) => inner.sigmoid(), { closed: -1000, open: 1000 }),
};
