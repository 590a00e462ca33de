import type { Metric } from "@neurite/plugin";
import { type ClassScoreOptions, classScore, classScoreOptions } from "./class-score";

/**
 * Of the rows that have a class, the share that was given it: how many of the yes are found.
 *
 * Formula: `right yes / true yes`; of several columns the average over the classes that are said or true, where a class that is never true
 * counts as 0 (`balancedAccuracy` leaves it out). Shapes: as `accuracy`. `null` for 0 rows, where a number is NaN, and for a single column
 * without a true yes (scikit-learn: 0).
 * Throws `bad-argument` for a threshold that is not finite or another average, `bad-data` where the shapes do not fit.
 * Source: scikit-learn, "recall_score".
 *
 * @example
 * ```ts
 * import { recall } from "@neurite/network";
 * import { value } from "@neurite/tensor";
 *
 * console.log(recall().compute(value([0.9, 0.3, 0.1, 0.2]), value([1, 1, 1, 0]))); // → 0.3333333333333333
 * ```
 */
export function recall(options: ClassScoreOptions = {}): Metric {
  const config = classScoreOptions("recall", options);
  return {
    kind: "recall",
    better: "higher",
    config,
    compute: (prediction, target) =>
      classScore("recall", [prediction, target], config, ({ right, own }) => [right, own]),
  };
}
