import type { Metric } from "@neurite/plugin";
import { type CalibrationOptions, checkBins, intoBins } from "./calibration-bins";

/**
 * How far probabilities are from what they say, on average: 0 where of the rows with about 0.8 eight of ten are a yes.
 *
 * Formula: the expected calibration error `Σ count / rows · |observed - predicted|` over the bins of `calibrationBins`. Of several columns it looks
 * at the largest probability, as Guo and others do; of a single one at that of yes. Shapes: as `logLoss`. `null` for 0 rows, and where a number is
 * NaN. Numbers below 0 count as 0, above 1 as 1.
 * Throws `bad-argument` for bins that are not a whole number from 1 to 10000, `bad-data` where the shapes do not fit.
 * Source: Guo, Pleiss, Sun and Weinberger, "On calibration of modern neural networks" (2017).
 *
 * @example
 * ```ts
 * import { calibrationError } from "@neurite/network";
 * import { value } from "@neurite/tensor";
 *
 * const metric = calibrationError({ bins: 2 });
 * console.log(metric.compute(value([0.25, 0.25, 0.75, 0.75]), value([0, 1, 1, 1]))); // → 0.25
 * ```
 */
export function calibrationError({ bins = 10 }: CalibrationOptions = {}): Metric {
  checkBins("calibrationError", bins);
  return {
    kind: "calibrationError",
    better: "lower",
    config: { bins },
    compute: (prediction, target) => {
      const found = intoBins("calibrationError", prediction, target, bins);
      if (!found) return null;
      let sum = 0;
      let rows = 0;
      for (const { count, predicted, observed } of found) {
        if (predicted === null || observed === null) continue;
        sum += count * Math.abs(observed - predicted);
        rows += count;
      }
      return rows === 0 ? null : sum / rows;
    },
  };
}
