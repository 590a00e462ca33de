import type { Schedule } from "@neurite/plugin";
import { positiveOption } from "../positive-option";
import { shareOption } from "../share-option";
import { blend } from "./blend";
import { progress } from "./progress";
import { stepsOption } from "./steps-option";

export interface PolynomialDecayOptions {
  /** After how many optimizer steps the end is reached. */
  readonly steps: number;
  /** Above 0: 1, a straight line, unless told otherwise. */
  readonly power?: number | undefined;
  /** The factor at the end and beyond, from 0 to below 1: 0 unless told otherwise. */
  readonly floor?: number | undefined;
}

/**
 * A learning rate that falls along a straight line or a power of it, and then stays.
 *
 * Formula: `floor + (1 - floor) · (1 - min(step, steps) / steps)^power`. Units: optimizer steps, counted from 0; step `steps` is the first with
 * the floor. As Keras' PolynomialDecay without `cycle` (its `end_learning_rate` is a learning rate, not a factor); PyTorch's PolynomialLR is the
 * case `floor: 0`, its LinearLR from 1 the case `power: 1`. Shapes: the step, one number in float64, gives one number in float64.
 * Throws `bad-argument` for steps that are not a whole number above 0, a power that is not above 0 and a floor outside [0, 1).
 * Source: Liu, Rabinovich and Berg, "ParseNet: looking wider to see better" (2015).
 *
 * @example
 * ```ts
 * import { polynomialDecay } from "@neurite/network";
 * import { constant, evaluate } from "@neurite/tensor";
 *
 * const line = polynomialDecay({ steps: 1000 });
 * const [factor] = evaluate([line.apply(constant(250, "float64"))]);
 * console.log(factor.data[0]); // → 0.75
 * ```
 */
export function polynomialDecay({ steps, power = 1, floor = 0 }: PolynomialDecayOptions): Schedule {
  stepsOption("polynomialDecay", "steps", steps);
  positiveOption("polynomialDecay", "power", power);
  shareOption("polynomialDecay", "floor", floor);
  return {
    kind: "polynomialDecay",
    config: { steps, power, floor },
    apply: (step) => {
      const left = progress(step, steps).neg().add(1);
      return blend(1, floor, power === 1 ? left : left.pow(power));
    },
  };
}
