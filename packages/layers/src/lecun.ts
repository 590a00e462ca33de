import type { Initializer } from "@neurite/plugin";
import { drawNormal, drawUniform, type VarianceScalingOptions, varianceScaling } from "./variance-scaling";

/**
 * Random weights that keep the variance forwards; selu wants the normal form.
 *
 * Formula: uniform in `±gain · √(3 / inputs)`. Shapes: `[..., inputs, outputs]`.
 * Throws `bad-argument` for a gain that is not finite and above 0.
 * Source: LeCun, Bottou, Orr and Müller, "Efficient BackProp" (1998), section 4.6.
 *
 * @example
 * ```ts
 * import { lecunUniform } from "@neurite/layers";
 *
 * console.log(lecunUniform().config); // → { gain: 1 }
 * ```
 */
export function lecunUniform(options: VarianceScalingOptions = {}): Initializer {
  return varianceScaling("lecunUniform", { scale: 1, fan: "input", draw: drawUniform }, options);
}

/**
 * The same variance with a normal distribution, truncated at two standard deviations and widened so that the variance is kept.
 *
 * Formula: standard deviation `gain · √(1 / inputs)`. Shapes: `[..., inputs, outputs]`.
 * Throws `bad-argument` for a gain that is not finite and above 0.
 * Source: as for `lecunUniform`; truncated as in Keras.
 *
 * @example
 * ```ts
 * import { lecunNormal } from "@neurite/layers";
 *
 * console.log(lecunNormal({ gain: 2 }).config); // → { gain: 2 }
 * ```
 */
export function lecunNormal(options: VarianceScalingOptions = {}): Initializer {
  return varianceScaling("lecunNormal", { scale: 1, fan: "input", draw: drawNormal }, options);
}
