import type { Activation } from "@neurite/plugin";
import { axisOption } from "./axis-option";
import { belowInfinity } from "./below-infinity";
import type { SoftmaxOptions } from "./softmax";

/**
 * The logarithm of softmax, exact also where a probability is too small for a number.
 *
 * Formula: `f(x)ᵢ = xᵢ - log Σⱼ e^xⱼ`. Shapes: `[..., classes]`, kept. Throws `bad-argument` for an axis that is no whole number.
 * Source: the logarithm of `softmax`, with the largest x taken off first.
 *
 * @example
 * ```ts
 * import { logSoftmax } from "@neurite/activations";
 *
 * console.log(logSoftmax().config); // → { axis: -1 }
 * ```
 */
export function logSoftmax({ axis = -1 }: SoftmaxOptions = {}): Activation {
  axisOption("logSoftmax", axis);
  return { kind: "logSoftmax", config: { axis }, apply: (x) => belowInfinity(x).logSoftmax(axis) };
}
