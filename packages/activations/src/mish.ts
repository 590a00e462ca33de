import type { Activation } from "@neurite/plugin";
import { gated } from "./gated";

/**
 * A smooth unit much like silu: a little below 0 for small negative x.
 *
 * Formula: `f(x) = x · tanh(log(1 + e^x))`, written as `x · n / (n + 2)` with `n = e^x (e^x + 2)`, which needs one exponential.
 * Shapes: any, kept. Its limit at -Infinity is 0.
 * Source: Misra, "Mish: a self regularized non-monotonic activation function" (2020).
 *
 * @example
 * ```ts
 * import { mish } from "@neurite/activations";
 *
 * console.log(mish.kind); // → mish
 * ```
 */
export const mish: Activation = {
  kind: "mish",
  apply: (x) =>
    gated(
      x,
      (inner) => {
        const e = inner.exp();
        const n = e.add(2).mul(e);
        return n.div(n.add(2));
      },
      // e^-1000 is 0; at 30 the gate is short of 1 by 2e-26, and e^60 fits float32
      { closed: -1000, open: 30 },
    ),
};
