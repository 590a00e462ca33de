import { numberOption, type Schedule } from "@neurite/plugin";
import { constant } from "@neurite/tensor";
import { shareOption } from "../share-option";
import { stepsOption } from "./steps-option";

export interface InverseTimeDecayOptions {
  /** The unit of time, in optimizer steps. */
  readonly steps: number;
  /** By how much the divisor grows in that time, from 0 up: 1 unless told otherwise, which halves the learning rate after `steps` steps. */
  readonly rate?: number | undefined;
  /** No factor is below this, from 0 to below 1: 0 unless told otherwise. */
  readonly floor?: number | undefined;
}

/**
 * A learning rate that falls ever more slowly, as the theory of stochastic gradients asks for.
 *
 * Formula: `max(floor, 1 / (1 + rate · step / steps))`. Units: optimizer steps, counted from 0. As Keras' InverseTimeDecay; PyTorch has none.
 * Shapes: the step, one number in float64, gives one number in float64.
 * Throws `bad-argument` for steps that are not a whole number above 0, a rate below 0 and a floor outside [0, 1).
 * Source: Robbins and Monro, "A stochastic approximation method" (1951).
 *
 * @example
 * ```ts
 * import { inverseTimeDecay } from "@neurite/network";
 * import { constant, evaluate } from "@neurite/tensor";
 *
 * const schedule = inverseTimeDecay({ steps: 1000 });
 * const [factor] = evaluate([schedule.apply(constant(3000, "float64"))]);
 * console.log(factor.data[0]); // → 0.25
 * ```
 */
export function inverseTimeDecay({ steps, rate = 1, floor = 0 }: InverseTimeDecayOptions): Schedule {
  stepsOption("inverseTimeDecay", "steps", steps);
  numberOption("inverseTimeDecay", "rate", rate, "a number from 0 up", (x) => x >= 0);
  shareOption("inverseTimeDecay", "floor", floor);
  return {
    kind: "inverseTimeDecay",
    config: { steps, rate, floor },
    apply: (step) => constant(1, "float64").div(step.div(steps).mul(rate).add(1)).maximum(floor),
  };
}
