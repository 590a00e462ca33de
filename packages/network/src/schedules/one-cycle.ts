import { numberOption, type Schedule } from "@neurite/plugin";
import { NeuriteError, type Tensor } from "@neurite/tensor";
import { shareOption } from "../share-option";
import { blend } from "./blend";
import { cosineFall } from "./cosine-fall";
import { stepsOption } from "./steps-option";

export interface OneCycleOptions {
  /** How many optimizer steps the whole training has. */
  readonly steps: number;
  /** The share of the steps in which the learning rate rises, from 0 to below 1: 0.3 unless told otherwise. */
  readonly pctStart?: number | undefined;
  /** By what the maximum is divided at the first step, from 1 up: 25 unless told otherwise. */
  readonly divFactor?: number | undefined;
  /** By what the first learning rate is divided at the last step, from 1 up: 10000 unless told otherwise. */
  readonly finalDivFactor?: number | undefined;
  /** The form of both ways: "cosine" unless told otherwise. */
  readonly anneal?: "cosine" | "linear" | undefined;
}

/**
 * Up to a large learning rate and down again to almost nothing, in one training.
 *
 * Formula: from `1 / divFactor` at step 0 up to 1 at step `pctStart · steps - 1`, and down to `1 / (divFactor · finalDivFactor)` at step
 * `steps - 1`; each way `from + (to - from) · s` with s the share of the way, or `½ (1 - cos(π · s))` for the cosine. The peak may lie between two
 * steps. Beyond the last step it stays. The factors are of the maximum: pass that as the learning rate of the training.
 * Units: optimizer steps, counted from 0. As PyTorch's OneCycleLR in two phases, whose names these are; its momentum, which runs the other way,
 * is not moved. Keras has none. Shapes: the step, one number in float64, gives one number in float64.
 * Throws `bad-argument` for steps that are not a whole number above 0, a pctStart outside [0, 1), a divisor below 1, another anneal.
 * Source: Smith and Topin, "Super-convergence: very fast training of neural networks using large learning rates" (2018).
 *
 * @example
 * ```ts
 * import { oneCycle } from "@neurite/network";
 * import { constant, evaluate } from "@neurite/tensor";
 *
 * const schedule = oneCycle({ steps: 100, anneal: "linear" });
 * for (const step of [0, 29, 99]) {
 *   const [factor] = evaluate([schedule.apply(constant(step, "float64"))]);
 *   console.log(factor.data[0]);
 * }
 * // → 0.04
 * // → 1
 * // → 0.000004
 * ```
 */
export function oneCycle(options: OneCycleOptions): Schedule {
  const { steps, pctStart = 0.3, divFactor = 25, finalDivFactor = 1e4, anneal = "cosine" } = options;
  stepsOption("oneCycle", "steps", steps);
  shareOption("oneCycle", "pctStart", pctStart);
  const divisors = { divFactor, finalDivFactor, "divFactor · finalDivFactor": divFactor * finalDivFactor };
  for (const [name, divisor] of Object.entries(divisors)) {
    numberOption("oneCycle", name, divisor, "a number from 1 up", (x) => x >= 1);
  }
  if (anneal !== "cosine" && anneal !== "linear") {
    throw new NeuriteError(
      "bad-argument",
      `oneCycle: "anneal" should be "cosine" or "linear", got ${JSON.stringify(anneal)}. Pass one of the two.`,
    );
  }
  const first = 1 / divFactor;
  const last = first / finalDivFactor;
  const peak = pctStart * steps - 1;
  // how much of the way is left
  const left = (share: Tensor) => (anneal === "cosine" ? cosineFall(share) : share.neg().add(1));
  return {
    kind: "oneCycle",
    config: { steps, pctStart, divFactor, finalDivFactor, anneal },
    apply: (step) => {
      const fallen = step
        .sub(peak)
        .div(steps - 1 - peak)
        .minimum(1);
      const down = blend(1, last, left(fallen));
      return peak > 0 ? step.less(peak).where(blend(first, 1, left(step.div(peak))), down) : down;
    },
  };
}
