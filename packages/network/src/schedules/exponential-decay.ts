import type { Schedule } from "@neurite/plugin";
import { constant } from "@neurite/tensor";
import { shareOption } from "../share-option";
import { factorOption } from "./factor-option";
import { stepsOption } from "./steps-option";

export interface ExponentialDecayOptions {
  /** In how many optimizer steps the learning rate falls by the factor `rate`. */
  readonly steps: number;
  /** What `steps` steps multiply by, above 0 up to 1. */
  readonly rate: number;
  /** No factor is below this, from 0 to below 1: 0 unless told otherwise. */
  readonly floor?: number | undefined;
}

/**
 * A learning rate that falls by the same share in every step.
 *
 * Formula: `max(floor, rate^(step / steps))`. Units: optimizer steps, counted from 0. As Keras' ExponentialDecay; PyTorch's ExponentialLR is
 * the case `steps: 1`. For drops (Keras' `staircase`) take `stepDecay`. Shapes: the step, one number in float64, gives one number in float64.
 * Throws `bad-argument` for steps that are not a whole number above 0, a rate outside (0, 1] and a floor outside [0, 1).
 * Source: Keras, "ExponentialDecay".
 *
 * @example
 * ```ts
 * import { exponentialDecay } from "@neurite/network";
 * import { constant, evaluate } from "@neurite/tensor";
 *
 * const schedule = exponentialDecay({ steps: 1000, rate: 0.5 });
 * const [factor] = evaluate([schedule.apply(constant(2000, "float64"))]);
 * console.log(factor.data[0]); // → 0.25
 * ```
 */
export function exponentialDecay({ steps, rate, floor = 0 }: ExponentialDecayOptions): Schedule {
  stepsOption("exponentialDecay", "steps", steps);
  factorOption("exponentialDecay", "rate", rate);
  shareOption("exponentialDecay", "floor", floor);
  return {
    kind: "exponentialDecay",
    config: { steps, rate, floor },
    apply: (step) => constant(rate, "float64").pow(step.div(steps)).maximum(floor),
  };
}
