import { numberOption, type Schedule } from "@neurite/plugin";
import { constant, NeuriteError, type Tensor } from "@neurite/tensor";
import { shareOption } from "../share-option";
import { factorOption } from "./factor-option";
import { stepsOption } from "./steps-option";

export interface StepDecayOptions {
  /** How many optimizer steps lie between two drops. Either this or `milestones`. */
  readonly steps?: number | undefined;
  /** The steps at which it drops, ascending. Either this or `steps`. */
  readonly milestones?: readonly number[] | undefined;
  /** What each drop multiplies by, above 0 up to 1: 0.1 unless told otherwise. */
  readonly factor?: number | undefined;
  /** No factor is below this, from 0 to below 1: 0 unless told otherwise. */
  readonly floor?: number | undefined;
}

/**
 * A learning rate that drops at once and then stays for a while.
 *
 * Formula: `max(floor, factorⁿ)`, n being `⌊step / steps⌋`, or how many milestones are not above the step. Units: optimizer steps, counted
 * from 0; the first step with the smaller rate is `steps`, or the milestone itself. As PyTorch's StepLR and MultiStepLR, which count calls;
 * Keras writes milestones as PiecewiseConstantDecay and drops one step later. Shapes: the step, one number in float64, gives one number in
 * float64. Throws `bad-argument` for both or neither of steps and milestones, for numbers of steps that are not whole and above 0, for
 * milestones that do not ascend, a factor outside (0, 1] and a floor outside [0, 1).
 * Source: He, Zhang, Ren and Sun, "Deep residual learning for image recognition" (2016).
 *
 * @example
 * ```ts
 * import { stepDecay } from "@neurite/network";
 * import { constant, evaluate } from "@neurite/tensor";
 *
 * const halves = stepDecay({ steps: 100, factor: 0.5 });
 * for (const step of [99, 100, 200]) {
 *   const [factor] = evaluate([halves.apply(constant(step, "float64"))]);
 *   console.log(factor.data[0]);
 * }
 * // → 1
 * // → 0.5
 * // → 0.25
 * ```
 */
export function stepDecay({ steps, milestones, factor = 0.1, floor = 0 }: StepDecayOptions): Schedule {
  if ((steps === undefined) === (milestones === undefined)) {
    throw new NeuriteError(
      "bad-argument",
      `stepDecay: one of "steps" and "milestones" should be given, got ${steps === undefined ? "neither" : "both"}. Pass { steps: 1000 }, or { milestones: [1000, 3000] }.`,
    );
  }
  factorOption("stepDecay", "factor", factor);
  shareOption("stepDecay", "floor", floor);
  if (steps !== undefined) stepsOption("stepDecay", "steps", steps);
  if (milestones) checkMilestones(milestones);
  const dropsAt = (step: Tensor) => (steps === undefined ? passed(milestones ?? [], step) : step.div(steps).floor());
  return {
    kind: "stepDecay",
    config: { ...(steps === undefined ? { milestones: [...(milestones ?? [])] } : { steps }), factor, floor },
    apply: (step) => constant(factor, "float64").pow(dropsAt(step)).maximum(floor),
  };
}

/** How many milestones the step has come to. */
function passed(milestones: readonly number[], step: Tensor): Tensor {
  if (milestones.length === 0) return step.mul(0);
  return step.less(constant(milestones, "float64")).where(0, constant(1, "float64")).sum();
}

function checkMilestones(milestones: readonly number[]): void {
  milestones.forEach((milestone, i) => {
    const before = i === 0 ? 0 : (milestones[i - 1] as number);
    const expected = `ascending whole numbers above ${before}`;
    numberOption("stepDecay", "milestones", milestone, expected, (n) => Number.isSafeInteger(n) && n > before);
  });
}
