import type { Schedule } from "@neurite/plugin";
import { shareOption } from "../share-option";
import { blend } from "./blend";
import { cosineFall } from "./cosine-fall";
import { progress } from "./progress";
import { stepsOption } from "./steps-option";

export interface CosineDecayOptions {
  /** After how many optimizer steps the end is reached. */
  readonly steps: number;
  /** The factor at the end and beyond, from 0 to below 1: 0 unless told otherwise. */
  readonly floor?: number | undefined;
}

/**
 * A learning rate that falls along half a wave of the cosine: slowly, fast, slowly; then it stays. The usual choice for a training whose length
 * is known.
 *
 * Formula: `floor + (1 - floor) · ½ (1 + cos(π · min(step, steps) / steps))`. Units: optimizer steps, counted from 0; step `steps` is the first
 * with the floor. As Keras' CosineDecay (`alpha` is the floor) without its warm-up, for which there is `warmup`; PyTorch's CosineAnnealingLR is
 * the same up to `T_max` (its `eta_min` is a learning rate, not a factor), but climbs again beyond it.
 * Shapes: the step, one number in float64, gives one number in float64.
 * Throws `bad-argument` for steps that are not a whole number above 0 and a floor outside [0, 1).
 * Source: Loshchilov and Hutter, "SGDR: stochastic gradient descent with warm restarts" (2017).
 *
 * @example
 * ```ts
 * import { cosineDecay } from "@neurite/network";
 * import { constant, evaluate } from "@neurite/tensor";
 *
 * const schedule = cosineDecay({ steps: 1000, floor: 0.01 });
 * const [factor] = evaluate([schedule.apply(constant(1000, "float64"))]);
 * console.log(factor.data[0]); // → 0.01
 * ```
 */
export function cosineDecay({ steps, floor = 0 }: CosineDecayOptions): Schedule {
  stepsOption("cosineDecay", "steps", steps);
  shareOption("cosineDecay", "floor", floor);
  return {
    kind: "cosineDecay",
    config: { steps, floor },
    apply: (step) => blend(1, floor, cosineFall(progress(step, steps))),
  };
}
