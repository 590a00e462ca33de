import type { Activation } from "@neurite/plugin";

/**
 * The sigmoid linear unit, also called swish: smooth, and a little below 0 for small negative x.
 *
 * Formula: `f(x) = x · sigmoid(x)`. Shapes: any, kept. Its limit at -Infinity is 0: `mul` knows a tensor times its own sigmoid.
 * Source: Elfwing, Uchibe and Doya, "Sigmoid-weighted linear units" (2017); Ramachandran, Zoph and Le, "Searching for activation functions" (2017).
 *
 * @example
 * ```ts
 * import { silu } from "@neurite/activations";
 *
 * console.log(silu.kind); // → silu
 * ```
 */
export const silu: Activation = { kind: "silu", apply: (x) => x.mul(x.sigmoid()) };
