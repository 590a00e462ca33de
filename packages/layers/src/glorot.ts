import type { Initializer } from "@neurite/plugin";
import { drawNormal, drawUniform, type VarianceScalingOptions, varianceScaling } from "./variance-scaling";

/**
 * Random weights for tanh, sigmoid and linear layers: signals keep their variance forwards and backwards.
 *
 * Formula: uniform in `±gain · √(6 / (inputs + outputs))`. Shapes: `[..., inputs, outputs]`.
 * Throws `bad-argument` for a gain that is not finite and above 0.
 * Source: Glorot and Bengio, "Understanding the difficulty of training deep feedforward neural networks" (2010).
 *
 * @example
 * ```ts
 * import { glorotUniform } from "@neurite/layers";
 *
 * console.log(glorotUniform().config); // → { gain: 1 }
 * ```
 */
export function glorotUniform(options: VarianceScalingOptions = {}): Initializer {
  return varianceScaling("glorotUniform", { scale: 1, fan: "average", draw: drawUniform }, options);
}

/**
 * The same variance with a normal distribution, truncated at two standard deviations and widened so that the variance is kept.
 *
 * Formula: standard deviation `gain · √(2 / (inputs + outputs))`. Shapes: `[..., inputs, outputs]`.
 * Throws `bad-argument` for a gain that is not finite and above 0.
 * Source: as for `glorotUniform`; truncated as in Keras.
 *
 * @example
 * ```ts
 * import { glorotNormal } from "@neurite/layers";
 *
 * console.log(glorotNormal({ gain: 2 }).config); // → { gain: 2 }
 * ```
 */
export function glorotNormal(options: VarianceScalingOptions = {}): Initializer {
  return varianceScaling("glorotNormal", { scale: 1, fan: "average", draw: drawNormal }, options);
}
