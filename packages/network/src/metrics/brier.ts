import type { Metric } from "@neurite/plugin";
import { classColumns } from "./class-columns";

/**
 * The mean squared error of probabilities: 0 is certain and right, ¼ a single column that always says ½.
 *
 * Formula: of one column the mean over rows of `(p - y)²`, as scikit-learn's brier_score_loss; of several the mean of `Σ (pᵢ - yᵢ)²` over the
 * classes, as Brier has it, which is twice as much for two columns. Shapes: as `logLoss`; an index outside the classes has the probability 0.
 * `null` for 0 rows, and where a number or the result is not finite. Throws `bad-data` where the shapes do not fit.
 * Source: Brier, "Verification of forecasts expressed in terms of probability" (1950).
 *
 * @example
 * ```ts
 * import { brier } from "@neurite/network";
 * import { value } from "@neurite/tensor";
 *
 * console.log(brier.compute(value([0.75, 0.25]), value([1, 1]))); // → 0.3125
 * ```
 */
export const brier: Metric = {
  kind: "brier",
  better: "lower",
  compute: (prediction, target) => {
    const { places, classes, indices } = classColumns("brier", prediction, target);
    const [p, y] = [prediction.data, target.data];
    if (places === 0) return null;
    let sum = 0;
    for (let place = 0; place < places; place++) {
      const own = indices ? (y[place] as number) : Number.NaN;
      for (let column = 0; column < classes; column++) {
        const at = place * classes + column;
        const truth = indices ? Number(column === own) : (y[at] as number);
        sum += ((p[at] as number) - truth) ** 2;
      }
      // the class of an index without a column was given nothing; NaN stays NaN
      if (indices && !(Number.isInteger(own) && own >= 0 && own < classes)) sum += own - own + 1;
    }
    return Number.isFinite(sum) ? sum / places : null;
  },
};
