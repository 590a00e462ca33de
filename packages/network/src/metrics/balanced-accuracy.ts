import type { Metric } from "@neurite/plugin";
import { classPairs } from "./class-pairs";
import { tallyClasses } from "./tally-classes";

/**
 * The share of rows whose class was predicted, each class counting alike however rare it is: ½ for a guess between two.
 *
 * Formula: the mean of the classes' recalls, over the classes that are the truth of some row. Shapes: as `accuracy`. Of one class only it is
 * that one's recall. `null` for 0 rows, and where a number is NaN. Throws `bad-data` where the shapes do not fit.
 * Source: Brodersen, Ong, Stephan and Buhmann, "The balanced accuracy and its posterior distribution" (2010); scikit-learn,
 * "balanced_accuracy_score".
 *
 * @example
 * ```ts
 * import { balancedAccuracy } from "@neurite/network";
 * import { value } from "@neurite/tensor";
 *
 * // 3 of 4 rows are right, but none of the rare class
 * console.log(balancedAccuracy.compute(value([0.1, 0.2, 0.3, 0.4]), value([0, 0, 0, 1]))); // → 0.5
 * ```
 */
export const balancedAccuracy: Metric = {
  kind: "balancedAccuracy",
  better: "higher",
  compute: (prediction, target) => {
    const pairs = classPairs("balancedAccuracy", prediction, target);
    if (!pairs || pairs.said.length === 0) return null;
    const recalls = [...tallyClasses(pairs).values()].flatMap(({ right, own }) => (own > 0 ? [right / own] : []));
    return recalls.reduce((sum, recall) => sum + recall, 0) / recalls.length;
  },
};
