import type { Metric } from "@neurite/plugin";
import { type ClassScoreOptions, classScore, classScoreOptions } from "./class-score";

/**
 * Precision and recall in one: their harmonic mean, which is near the smaller.
 *
 * Formula: `2 · right yes / (said yes + true yes)`; of several columns the average over the classes that are said or true. Shapes: as
 * `accuracy`. `null` for 0 rows, where a number is NaN, and for a single column with neither a said nor a true yes (scikit-learn: 0); with only
 * one of the two it is 0.
 * Throws `bad-argument` for a threshold that is not finite or another average, `bad-data` where the shapes do not fit.
 * Source: van Rijsbergen, "Information retrieval" (1979); scikit-learn, "f1_score".
 *
 * @example
 * ```ts
 * import { f1 } from "@neurite/network";
 * import { value } from "@neurite/tensor";
 *
 * console.log(f1().compute(value([0.9, 0.3, 0.8, 0.2]), value([1, 1, 0, 0]))); // → 0.5
 * ```
 */
export function f1(options: ClassScoreOptions = {}): Metric {
  const config = classScoreOptions("f1", options);
  return {
    kind: "f1",
    better: "higher",
    config,
    compute: (prediction, target) =>
      classScore("f1", [prediction, target], config, ({ right, said, own }) => [2 * right, said + own]),
  };
}
