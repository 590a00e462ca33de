import type { Metric } from "@neurite/plugin";
import { eachClass, type Tie } from "./each-class";

/**
 * How well predictions rank: how likely it is that a yes gets a larger number than a no. 1 is perfect, ½ a guess, whatever the threshold.
 *
 * Formula: `Σ over pairs of a yes and a no (1 where the yes is larger, ½ where both are equal) / pairs`, which is the area under the curve of true
 * against false positives. Of several columns the mean over the classes, each against the rest and counting alike. Shapes: as `accuracy`; only
 * the order of the numbers counts, so probabilities and logits of a single column do alike. `null` for 0 rows, where a number is NaN, and
 * where all rows are of one class; a class of several that is the truth of no row, or of every row, is left out (scikit-learn throws).
 * Throws `bad-data` where the shapes do not fit.
 * Source: Hanley and McNeil, "The meaning and use of the area under a receiver operating characteristic (ROC) curve" (1982); scikit-learn,
 * "roc_auc_score".
 *
 * @example
 * ```ts
 * import { rocAuc } from "@neurite/network";
 * import { value } from "@neurite/tensor";
 *
 * // of the four pairs, only 0.35 against 0.4 is the wrong way round
 * console.log(rocAuc.compute(value([0.1, 0.4, 0.35, 0.8]), value([0, 0, 1, 1]))); // → 0.75
 * ```
 */
export const rocAuc: Metric = {
  kind: "rocAuc",
  better: "higher",
  compute: (prediction, target) => eachClass("rocAuc", prediction, target, pairsInOrder),
};

function pairsInOrder(ties: readonly Tie[]): number | null {
  let inOrder = 0;
  let [allYes, allNo] = [0, 0];
  for (const { yes, count } of ties) {
    inOrder += yes * (allNo + (count - yes) / 2);
    allYes += yes;
    allNo += count - yes;
  }
  return allYes === 0 || allNo === 0 ? null : inOrder / (allYes * allNo);
}
