import type { Activation } from "@neurite/plugin";

/**
 * The hyperbolic tangent: a number between -1 and 1.
 *
 * Formula: `f(x) = (e^x - e^-x) / (e^x + e^-x)`. Shapes: any, kept.
 * Source: LeCun, Bottou, Orr and Müller, "Efficient BackProp" (1998), on why it is preferred to the sigmoid between layers.
 *
 * @example
 * ```ts
 * import { tanh } from "@neurite/activations";
 *
 * console.log(tanh.kind); // → tanh
 * ```
 */
export const tanh: Activation = { kind: "tanh", apply: (x) => x.tanh() };
