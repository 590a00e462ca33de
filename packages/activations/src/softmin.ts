import type { Activation } from "@neurite/plugin";
import { axisOption } from "./axis-option";
import { belowInfinity } from "./below-infinity";
import type { SoftmaxOptions } from "./softmax";

/**
 * Softmax turned round: the smallest number gets the largest share.
 *
 * Formula: `f(x)ᵢ = e^-xᵢ / Σⱼ e^-xⱼ`. Shapes: `[..., classes]`, kept. Throws `bad-argument` for an axis that is no whole number.
 * Source: `softmax` of -x.
 *
 * @example
 * ```ts
 * import { softmin } from "@neurite/activations";
 *
 * console.log(softmin().config); // → { axis: -1 }
 * ```
 */
export function softmin({ axis = -1 }: SoftmaxOptions = {}): Activation {
  axisOption("softmin", axis);
  return { kind: "softmin", config: { axis }, apply: (x) => belowInfinity(x.neg()).softmax(axis) };
}
