import { partOption, type Schedule } from "@neurite/plugin";
import { shareOption } from "../share-option";
import { blend } from "./blend";
import { progress } from "./progress";
import { stepsOption } from "./steps-option";

export interface WarmupOptions {
  /** How many optimizer steps the warm-up takes. */
  readonly steps: number;
  /** The factor of the very first step, from 0 to below 1: 0 unless told otherwise, so that this step moves nothing. */
  readonly start?: number | undefined;
  /** What comes then, its step 0 being the end of the warm-up; the full learning rate unless told otherwise. */
  readonly next?: Schedule | undefined;
}

/**
 * Small steps at first, while the averages of the optimizer are still unreliable; then any other schedule.
 *
 * Formula: `(start + (1 - start) · min(step, steps) / steps) · next(max(0, step - steps))`. Units: optimizer steps, counted from 0; step `steps` is
 * the first of the next schedule, and the line leads to the factor it begins with. As PyTorch's LinearLR up to 1 followed by the next by
 * SequentialLR; Keras builds the same into CosineDecay (`warmup_steps`).
 * Shapes: the step, one number in float64, gives one number in float64.
 * Throws `bad-argument` for steps that are not a whole number above 0, a start outside [0, 1), and a next that is no schedule.
 * Source: Goyal and others, "Accurate, large minibatch SGD: training ImageNet in 1 hour" (2017).
 *
 * @example
 * ```ts
 * import { cosineDecay, warmup } from "@neurite/network";
 * import { constant, evaluate } from "@neurite/tensor";
 *
 * const schedule = warmup({ steps: 100, next: cosineDecay({ steps: 900 }) });
 * for (const step of [0, 50, 100, 1000]) {
 *   const [factor] = evaluate([schedule.apply(constant(step, "float64"))]);
 *   console.log(factor.data[0]);
 * }
 * // → 0
 * // → 0.5
 * // → 1
 * // → 0
 * ```
 */
export function warmup({ steps, start = 0, next }: WarmupOptions): Schedule {
  stepsOption("warmup", "steps", steps);
  shareOption("warmup", "start", start);
  if (next) partOption("warmup", "next", next, "apply");
  return {
    kind: "warmup",
    config: { steps, start, ...(next && { next }) },
    apply: (step) => {
      const rise = blend(1, start, progress(step, steps));
      return next ? rise.mul(next.apply(step.sub(steps).maximum(0))) : rise;
    },
  };
}
