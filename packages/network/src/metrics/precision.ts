import type { Metric } from "@neurite/plugin";
import { type ClassScoreOptions, classScore, classScoreOptions } from "./class-score";

/**
 * Of the rows that were given a class, the share that has it: how far a yes can be trusted.
 *
 * Formula: `right yes / said yes`; of several columns the average over the classes that are said or true, where a class that was never said
 * counts as 0. Shapes: as `accuracy`. `null` for 0 rows, where a number is NaN, and for a single column that never says yes (scikit-learn: 0).
 * Throws `bad-argument` for a threshold that is not finite or another average, `bad-data` where the shapes do not fit.
 * Source: scikit-learn, "precision_score".
 *
 * @example
 * ```ts
 * import { precision } from "@neurite/network";
 * import { value } from "@neurite/tensor";
 *
 * console.log(precision().compute(value([0.9, 0.8, 0.1, 0.2]), value([1, 0, 1, 0]))); // → 0.5
 * console.log(precision({ threshold: 0.85 }).compute(value([0.9, 0.8, 0.1, 0.2]), value([1, 0, 1, 0]))); // → 1
 * ```
 */
export function precision(options: ClassScoreOptions = {}): Metric {
  const config = classScoreOptions("precision", options);
  return {
    kind: "precision",
    better: "higher",
    config,
    compute: (prediction, target) =>
      classScore("precision", [prediction, target], config, ({ right, said }) => [right, said]),
  };
}
