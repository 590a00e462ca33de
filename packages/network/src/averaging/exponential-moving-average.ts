import { numberOption } from "@neurite/plugin";
import { constant } from "@neurite/tensor";
import type { WeightAverage } from "./weight-average";

export interface ExponentialMovingAverageOptions {
  /** The share of the average that stays in each step, from 0 to below 1: 0.999 unless told otherwise. */
  readonly decay?: number | undefined;
  /** Whether the share grows from 0.1 on at the beginning, so that initial weights are soon forgotten: true unless told otherwise. */
  readonly warmUp?: boolean | undefined;
}

/**
 * An exponential moving average of the weights, which validation, the best weights and the trained model then have: less noisy than
 * those of the last step.
 *
 * Formula: `average ← average + (1 - d) · (w - average)` after each step, with d the decay, or with `warmUp` the smaller of it and
 * `(1 + t) / (10 + t)` where t steps were made before. Running statistics (batch normalisation) are not averaged. Throws `bad-argument` for a decay
 * outside [0, 1). Source: Polyak and Juditsky, "Acceleration of stochastic approximation by averaging" (1992); the warm-up is that of
 * TensorFlow's `ExponentialMovingAverage`.
 *
 * @example
 * ```ts
 * import { exponentialMovingAverage } from "@neurite/network";
 * import { constant, evaluate } from "@neurite/tensor";
 *
 * const average = exponentialMovingAverage({ decay: 0.75, warmUp: false });
 * const next = average.update(constant(8), constant(4), constant(0, "float64"));
 * console.log(evaluate([next])[0].data[0]); // → 7
 * ```
 */
export function exponentialMovingAverage(options: ExponentialMovingAverageOptions = {}): WeightAverage {
  const { decay = 0.999, warmUp = true } = options;
  numberOption("exponentialMovingAverage", "decay", decay, "a number from 0 to below 1", (x) => x >= 0 && x < 1);
  return {
    update: (average, parameter, step) => {
      const away = parameter.sub(average);
      if (!warmUp) return average.add(away.mul(1 - decay));
      // 1 - (1 + t) / (10 + t)
      const share = constant(9, "float64")
        .div(step.add(10))
        .maximum(1 - decay);
      return average.add(away.mul(share.cast(parameter.dtype)));
    },
  };
}
