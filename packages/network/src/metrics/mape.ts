import type { Metric } from "@neurite/plugin";
import { checkPairs } from "./check-pairs";

/**
 * The mean absolute percentage error: how far a prediction is off on average, as a share of the target.
 *
 * Formula: `mean of |y - ŷ| / |y|` over all numbers: 0.1 is ten percent, as in scikit-learn; Keras multiplies by 100. It forgives predictions that
 * are too small more than those that are too large. Shapes: prediction and target alike, `[rows, ...]`. `null` for 0 rows, where a target is 0
 * (scikit-learn divides by 2.2e-16 there), and where a number or the result is not finite. Throws `bad-data` where the shapes differ.
 * Source: scikit-learn, "mean_absolute_percentage_error".
 *
 * @example
 * ```ts
 * import { mape } from "@neurite/network";
 * import { value } from "@neurite/tensor";
 *
 * console.log(mape.compute(value([50, 250]), value([100, 200]))); // → 0.375
 * ```
 */
export const mape: Metric = {
  kind: "mape",
  better: "lower",
  compute: (prediction, target) => {
    checkPairs("mape", prediction, target);
    const [p, y] = [prediction.data, target.data];
    if (y.length === 0) return null;
    let sum = 0;
    for (let i = 0; i < y.length; i++) {
      const [own, said] = [y[i] as number, p[i] as number];
      // by halves, since the difference of two finite numbers may not be finite
      const miss = Math.abs(own) > 1 ? (own / 2 - said / 2) / (own / 2) : (own - said) / own;
      if (!Number.isFinite(own) || !Number.isFinite(miss)) return null;
      sum += Math.abs(miss);
    }
    return Number.isFinite(sum) ? sum / y.length : null;
  },
};
