import type { Initializer } from "@neurite/plugin";
import { drawNormal, drawUniform, type VarianceScalingOptions, varianceScaling } from "./variance-scaling";

/**
 * Random weights for relu and its relatives, which halve the variance.
 *
 * Formula: uniform in `±gain · √(6 / inputs)`. Shapes: `[..., inputs, outputs]`.
 * Throws `bad-argument` for a gain that is not finite and above 0.
 * Source: He, Zhang, Ren and Sun, "Delving deep into rectifiers" (2015).
 *
 * @example
 * ```ts
 * import { heUniform } from "@neurite/layers";
 *
 * console.log(heUniform().config); // → { gain: 1 }
 * ```
 */
export function heUniform(options: VarianceScalingOptions = {}): Initializer {
  return varianceScaling("heUniform", { scale: 2, fan: "input", draw: drawUniform }, options);
}

/**
 * The same variance with a normal distribution, truncated at two standard deviations and widened so that the variance is kept.
 *
 * Formula: standard deviation `gain · √(2 / inputs)`. Shapes: `[..., inputs, outputs]`.
 * Throws `bad-argument` for a gain that is not finite and above 0.
 * Source: as for `heUniform`; truncated as in Keras.
 *
 * @example
 * ```ts
 * import { heNormal } from "@neurite/layers";
 *
 * console.log(heNormal({ gain: 2 }).config); // → { gain: 2 }
 * ```
 */
export function heNormal(options: VarianceScalingOptions = {}): Initializer {
  return varianceScaling("heNormal", { scale: 2, fan: "input", draw: drawNormal }, options);
}
