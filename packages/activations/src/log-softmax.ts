import type { Activation } from "@neurite/plugin";
import { greater, type Tensor } from "@neurite/tensor";
import { axisOption } from "./axis-option";
import { largest } from "./largest";
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
  return { kind: "logSoftmax", config: { axis }, apply: (x) => apartFromInfinity(x, axis).logSoftmax(axis) };
}

/**
 * Where there is Infinity, it becomes the largest finite number and the others -Infinity, so that logSoftmax has its limits, 0 and -Infinity.
 *
 * What x exceeds the numbers by is 0, or Infinity with the gradient 1: the others fall as fast as an infinite one grows.
 */
function apartFromInfinity(x: Tensor, axis: number): Tensor {
  const top = largest(x);
  const excess = x.sub(top).maximum(0).sum(axis, { keep: true });
  return greater(x, top).where(top, x.sub(excess));
}
