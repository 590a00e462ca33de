import type { Metric } from "@neurite/plugin";
import { checkPairs } from "./check-pairs";
import { unitOf } from "./unit-of";

/**
 * The root of the mean squared error: how far a prediction is off, large misses counting most.
 *
 * Formula: `√(mean of (y - ŷ)²)` over all numbers, in the target's unit. Shapes: prediction and target alike, `[rows, ...]`.
 * `null` for 0 rows, and where a number or the result is not finite. Throws `bad-data` where the shapes differ.
 *
 * @example
 * ```ts
 * import { rmse } from "@neurite/network";
 * import { value } from "@neurite/tensor";
 *
 * console.log(rmse.compute(value([1, 2, 4]), value([1, 2, 3]))); // → 0.5773502691896257
 * ```
 */
export const rmse: Metric = {
  kind: "rmse",
  better: "lower",
  compute: (prediction, target) => {
    checkPairs("rmse", prediction, target);
    const [p, y] = [prediction.data, target.data];
    const unit = unitOf([p, y]);
    if (unit === null || y.length === 0) return null;
    let squares = 0;
    for (let i = 0; i < y.length; i++) squares += ((y[i] as number) / unit - (p[i] as number) / unit) ** 2;
    const root = Math.sqrt(squares / y.length) * unit;
    return Number.isFinite(root) ? root : null;
  },
};
