import type { Schedule } from "@neurite/plugin";
import { constant } from "@neurite/tensor";
import { positiveOption } from "../positive-option";

export interface ConstantScheduleOptions {
  /** What the learning rate is multiplied by, a number above 0: 1 unless told otherwise. */
  readonly factor?: number | undefined;
}

/**
 * The same learning rate in every step.
 *
 * Formula: `factor`. Shapes: the step, one number in float64, gives one number in float64.
 * Throws `bad-argument` for a factor that is not above 0.
 *
 * @example
 * ```ts
 * import { constantSchedule } from "@neurite/network";
 *
 * console.log(constantSchedule().config); // → { factor: 1 }
 * ```
 */
export function constantSchedule({ factor = 1 }: ConstantScheduleOptions = {}): Schedule {
  positiveOption("constantSchedule", "factor", factor);
  return { kind: "constantSchedule", config: { factor }, apply: () => constant(factor, "float64") };
}
