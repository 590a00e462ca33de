import type { Metric } from "@neurite/plugin";
import { eachClass, type Tie } from "./each-class";

/**
 * How well predictions rank where yes is rare: the area under the curve of precision against recall. 1 is perfect, a guess gets the share of yes.
 *
 * Formula: the average precision `Σ (Rₙ - Rₙ₋₁) · Pₙ` over the thresholds n from the largest number down, R recall and P precision, as scikit-learn's
 * average_precision_score: a sum of steps, not the trapezoids that flatter. Of several columns the mean over the classes, each against the
 * rest and counting alike. Shapes: as `accuracy`; only the order of the numbers counts. 1 where every row is a yes. `null` for 0 rows, where a
 * number is NaN, and where no row is a yes (scikit-learn: 0); a class of several that is the truth of no row is left out.
 * Throws `bad-data` where the shapes do not fit.
 * Source: Davis and Goadrich, "The relationship between precision-recall and ROC curves" (2006).
 *
 * @example
 * ```ts
 * import { prAuc } from "@neurite/network";
 * import { value } from "@neurite/tensor";
 *
 * // half of the yes are found at precision 1, the other half at ⅔
 * console.log(prAuc.compute(value([0.1, 0.4, 0.35, 0.8]), value([0, 0, 1, 1]))); // → 0.8333333333333333
 * ```
 */
export const prAuc: Metric = {
  kind: "prAuc",
  better: "higher",
  compute: (prediction, target) => eachClass("prAuc", prediction, target, averagePrecision),
};

function averagePrecision(ties: readonly Tie[]): number | null {
  let sum = 0;
  let [found, seen] = [0, 0];
  for (let i = ties.length - 1; i >= 0; i--) {
    const { yes, count } = ties[i] as Tie;
    found += yes;
    seen += count;
    sum += yes * (found / seen);
  }
  return found === 0 ? null : sum / found;
}
