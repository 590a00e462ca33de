import type { Activation } from "@neurite/plugin";

/**
 * No activation: the sums as they are, for the output of a regression.
 *
 * Formula: `f(x) = x`. Shapes: any. Also known as the identity.
 *
 * @example
 * ```ts
 * import { linear } from "@neurite/activations";
 *
 * console.log(linear.kind); // → linear
 * ```
 */
export const linear: Activation = { kind: "linear", apply: (x) => x };
