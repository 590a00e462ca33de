import type { Activation } from "@neurite/plugin";

/**
 * A bell: 1 at 0, and nothing far from it.
 *
 * Formula: `f(x) = e^(-x²)`. Shapes: any, kept.
 * Source: Broomhead and Lowe, "Multivariable functional interpolation and adaptive networks" (1988).
 *
 * @example
 * ```ts
 * import { gaussian } from "@neurite/activations";
 *
 * console.log(gaussian.kind); // → gaussian
 * ```
 */
export const gaussian: Activation = {
  kind: "gaussian",
  apply: (given) => {
    const x = given.maximum(-100).minimum(100); // e^-10000 is 0; in the gradient 0 · Infinity is NaN
    return x.mul(x).neg().exp();
  },
};
