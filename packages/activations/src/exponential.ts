import type { Activation } from "@neurite/plugin";

/**
 * The exponential function: for outputs that must be positive and whose logarithm the sums are, such as rates.
 *
 * Formula: `f(x) = e^x`. Shapes: any, kept. It is Infinity where e^x exceeds the numbers: above 88.7 in float32, above 709.7 in float64.
 *
 * @example
 * ```ts
 * import { exponential } from "@neurite/activations";
 *
 * console.log(exponential.kind); // → exponential
 * ```
 */
export const exponential: Activation = { kind: "exponential", apply: (x) => x.exp() };
