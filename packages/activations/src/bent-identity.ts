import type { Activation } from "@neurite/plugin";
import { greater } from "@neurite/tensor";

/** The root is |x| to the last bit from here on, and x² still fits float32. */
const far = 1e9;

/**
 * A line with a bend at 0, half as steep to the left and one and a half times to the right.
 *
 * Formula: `f(x) = (√(x² + 1) - 1) / 2 + x`, in which `√(x² + 1) - 1` is written as `x² / (√(x² + 1) + 1)`, which does not cancel.
 * Shapes: any, kept.
 *
 * @example
 * ```ts
 * import { bentIdentity } from "@neurite/activations";
 *
 * console.log(bentIdentity.kind); // → bentIdentity
 * ```
 */
export const bentIdentity: Activation = {
  kind: "bentIdentity",
  apply: (x) => {
    const inner = x.maximum(-far).minimum(far);
    const square = inner.mul(inner);
    const bend = square.div(square.add(1).sqrt().add(1)).mul(0.5);
    const line = greater(x, 0).where(x.mul(1.5), x.mul(0.5)).sub(0.5);
    return x.abs().less(far).where(inner.add(bend), line);
  },
};
