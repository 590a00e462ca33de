import type { Metric } from "@neurite/plugin";
import { checkPairs } from "./check-pairs";
import { unitOf } from "./unit-of";

/**
 * The mean absolute error: how far a prediction is off on average.
 *
 * Formula: `mean of |y - ŷ|` over all numbers, in the target's unit. Shapes: prediction and target alike, `[rows, ...]`.
 * `null` for 0 rows, and where a number or the result is not finite. Throws `bad-data` where the shapes differ.
 *
 * @example
 * ```ts
 * import { mae } from "@neurite/network";
 * import { value } from "@neurite/tensor";
 *
 * console.log(mae.compute(value([1, 2, 4]), value([1, 2, 3]))); // → 0.3333333333333333
 * ```
 */
export const mae: Metric = {
  kind: "mae",
  better: "lower",
  compute: (prediction, target) => {
    checkPairs("mae", prediction, target);
    const [p, y] = [prediction.data, target.data];
    const unit = unitOf([p, y]);
    if (unit === null || y.length === 0) return null;
    let sum = 0;
    for (let i = 0; i < y.length; i++) sum += Math.abs((y[i] as number) / unit - (p[i] as number) / unit);
    const mean = (sum / y.length) * unit;
    return Number.isFinite(mean) ? mean : null;
  },
};
