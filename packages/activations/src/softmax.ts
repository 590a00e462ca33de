import type { Activation } from "@neurite/plugin";
import { axisOption } from "./axis-option";
import { belowInfinity } from "./below-infinity";

export interface SoftmaxOptions {
  /** The axis whose numbers sum to 1: the last unless told otherwise. */
  readonly axis?: number | undefined;
}

/**
 * Probabilities of classes: positive numbers that sum to 1 along an axis.
 *
 * Formula: `f(x)ᵢ = e^xᵢ / Σⱼ e^xⱼ`. Shapes: `[..., classes]`, kept. Categorical cross-entropy recognises it and works from x itself.
 * Axis 0 holds the rows of a batch, which a network never mixes. Throws `bad-argument` for an axis that is no whole number.
 * Source: Bridle, "Probabilistic interpretation of feedforward classification network outputs" (1990).
 *
 * @example
 * ```ts
 * import { softmax } from "@neurite/activations";
 *
 * console.log(softmax().config); // → { axis: -1 }
 * ```
 */
export function softmax({ axis = -1 }: SoftmaxOptions = {}): Activation {
  axisOption("softmax", axis);
  return { kind: "softmax", config: { axis }, apply: (x) => belowInfinity(x).softmax(axis) };
}
