import type { Activation } from "@neurite/plugin";

/**
 * A smooth relu that is 0 itself below -1, and x itself above 1.
 *
 * Formula: `f(x) = 0` where `x ≤ -1`, `¼ (x + 1)²` up to 1, x beyond. Its derivative is `sparseSigmoid`. Shapes: any, kept.
 * Source: Blondel, Martins and Niculae, "Learning with Fenchel-Young losses" (2020), section 6.2.
 *
 * @example
 * ```ts
 * import { sparsePlus } from "@neurite/activations";
 *
 * console.log(sparsePlus.kind); // → sparsePlus
 * ```
 */
export const sparsePlus: Activation = {
  kind: "sparsePlus",
  apply: (x) => {
    const inner = x.maximum(-1).minimum(1).add(1);
    return x.less(1).where(inner.mul(inner).mul(0.25), x);
  },
};
