import type { Activation } from "@neurite/plugin";
import { finite } from "./finite";

/**
 * A number between -1 and 1 that nears both ends far more slowly than tanh.
 *
 * Formula: `f(x) = x / (1 + |x|)`. Shapes: any, kept.
 * Source: Bergstra, Desjardins, Lamblin and Bengio, "Quadratic polynomials learn better image features" (2009).
 *
 * @example
 * ```ts
 * import { softsign } from "@neurite/activations";
 *
 * console.log(softsign.kind); // → softsign
 * ```
 */
export const softsign: Activation = {
  kind: "softsign",
  apply: (given) => {
    const x = finite(given); // Infinity / Infinity is NaN
    return x.div(x.abs().add(1));
  },
};
