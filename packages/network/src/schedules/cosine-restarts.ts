import { numberOption, type Schedule } from "@neurite/plugin";
import { constant, type Tensor } from "@neurite/tensor";
import { shareOption } from "../share-option";
import { blend } from "./blend";
import { cosineFall } from "./cosine-fall";
import { factorOption } from "./factor-option";
import { stepsOption } from "./steps-option";

export interface CosineRestartsOptions {
  /** How many optimizer steps the first period has. */
  readonly steps: number;
  /** How many times as long each period is as the one before, a whole number: 1 unless told otherwise; 2 is usual. */
  readonly periodFactor?: number | undefined;
  /** How high each period starts, against the one before, above 0 up to 1: 1 unless told otherwise. */
  readonly heightFactor?: number | undefined;
  /** What each period falls towards, from 0 to below 1: 0 unless told otherwise. */
  readonly floor?: number | undefined;
}

/**
 * Falls along half a wave of the cosine, again and again: each restart shakes the weights out of where they settled.
 *
 * Formula: `floor + (1 - floor) · heightFactorⁿ · ½ (1 + cos(π · t / T))` in period n, whose length is `T = steps · periodFactorⁿ`, t steps after
 * it began. Units: optimizer steps, counted from 0; the first step of a period has its full height, and the floor itself is never reached.
 * It never ends. As PyTorch's CosineAnnealingWarmRestarts (`T_0`, `T_mult`; its `eta_min` is a learning rate, not a factor) with the heights of
 * Keras' CosineDecayRestarts (`m_mul`), which itself has 2 where `periodFactor` has 1, and may have parts of a step.
 * Shapes: the step, one number in float64, gives one number in float64.
 * Throws `bad-argument` for steps or a periodFactor that are not whole numbers above 0, a heightFactor outside (0, 1], a floor outside [0, 1).
 * Source: Loshchilov and Hutter, "SGDR: stochastic gradient descent with warm restarts" (2017).
 *
 * @example
 * ```ts
 * import { cosineRestarts } from "@neurite/network";
 * import { constant, evaluate } from "@neurite/tensor";
 *
 * const schedule = cosineRestarts({ steps: 100, periodFactor: 2, heightFactor: 0.5 });
 * // periods begin at the steps 0, 100, 300, 700
 * for (const step of [0, 100, 300]) {
 *   const [factor] = evaluate([schedule.apply(constant(step, "float64"))]);
 *   console.log(factor.data[0]);
 * }
 * // → 1
 * // → 0.5
 * // → 0.25
 * ```
 */
export function cosineRestarts(options: CosineRestartsOptions): Schedule {
  const { steps, periodFactor = 1, heightFactor = 1, floor = 0 } = options;
  stepsOption("cosineRestarts", "steps", steps);
  numberOption("cosineRestarts", "periodFactor", periodFactor, "a whole number above 0", (n) => {
    return Number.isSafeInteger(n) && n > 0;
  });
  factorOption("cosineRestarts", "heightFactor", heightFactor);
  shareOption("cosineRestarts", "floor", floor);
  return {
    kind: "cosineRestarts",
    config: { steps, periodFactor, heightFactor, floor },
    apply: (step) => {
      const { index, share } = periodFactor === 1 ? evenPeriod(step, steps) : growingPeriod(step, steps, periodFactor);
      const fall = cosineFall(share);
      const height = constant(heightFactor, "float64").pow(index);
      return blend(1, floor, heightFactor === 1 ? fall : fall.mul(height));
    },
  };
}

/** Which period a step is in, from 0, and what share of that has passed. */
interface Period {
  readonly index: Tensor;
  readonly share: Tensor;
}

/** The quotient of whole numbers below 2^53 never rounds up to the next whole number, so its floor is exact. */
function evenPeriod(step: Tensor, steps: number): Period {
  const index = step.div(steps).floor();
  return { index, share: step.sub(index.mul(steps)).div(steps) };
}

/** The beginnings are looked up: a logarithm would be off by one bit, and so by one period, right at a restart. */
function growingPeriod(step: Tensor, steps: number, periodFactor: number): Period {
  const starts: number[] = [];
  const lengths: number[] = [];
  let [start, length] = [0, steps];
  // at most 53 periods begin where steps are still counted
  while (start <= Number.MAX_SAFE_INTEGER) {
    starts.push(start);
    lengths.push(length);
    start += length;
    length *= periodFactor;
  }
  const [begins, longs] = [constant(starts, "float64"), constant(lengths, "float64")];
  const begun = step.less(begins).where(0, constant(1, "float64"));
  const latest = (numbers: Tensor) => numbers.mul(begun).max();
  return { index: begun.sum().sub(1), share: step.sub(latest(begins)).div(latest(longs)) };
}
