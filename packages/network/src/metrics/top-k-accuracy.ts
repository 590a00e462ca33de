import { type Metric, numberOption } from "@neurite/plugin";
import { classAt } from "./class-at";
import { classColumns } from "./class-columns";
import { holdsNaN } from "./class-pairs";

export interface TopKAccuracyOptions {
  /** How many guesses there are, a whole number: 5 unless told otherwise. */
  readonly k?: number | undefined;
}

/**
 * The share of rows whose class is among the k most likely ones.
 *
 * Formula: a row counts where fewer than k columns come before its class: those with a larger number, and of equals those further left (where
 * scikit-learn takes the right ones), so that `k: 1` is the accuracy. Shapes: as `accuracy`; a single column has two classes, so from `k: 2` on
 * it is 1, and an index outside the classes is a miss. `null` for 0 rows, and where a number is NaN.
 * Throws `bad-argument` for a k that is not a whole number above 0, `bad-data` where the shapes do not fit.
 * Source: Russakovsky and others, "ImageNet large scale visual recognition challenge" (2015).
 *
 * @example
 * ```ts
 * import { topKAccuracy } from "@neurite/network";
 * import { value } from "@neurite/tensor";
 *
 * const prediction = value([[0.1, 0.7, 0.2], [0.5, 0.3, 0.2]]);
 * console.log(topKAccuracy({ k: 2 }).compute(prediction, value([2, 2], { dtype: "int32" }))); // → 0.5
 * ```
 */
export function topKAccuracy({ k = 5 }: TopKAccuracyOptions = {}): Metric {
  numberOption("topKAccuracy", "k", k, "a whole number above 0", (n) => Number.isSafeInteger(n) && n > 0);
  return {
    kind: "topKAccuracy",
    better: "higher",
    config: { k },
    compute: (prediction, target) => {
      const { places, classes, indices } = classColumns("topKAccuracy", prediction, target);
      if (places === 0 || holdsNaN(prediction) || holdsNaN(target)) return null;
      let right = 0;
      for (let place = 0; place < places; place++) {
        const own = indices ? (target.data[place] as number) : classAt(target.data, place, classes);
        if (classes === 1) {
          if (k > 1 || own === classAt(prediction.data, place, 1)) right++;
        } else if (Number.isInteger(own) && own >= 0 && own < classes) {
          const row = prediction.data.subarray(place * classes, (place + 1) * classes);
          if (columnsBefore(row, own) < k) right++;
        }
      }
      return right / places;
    },
  };
}

/** How many columns come before this one, by size and then from the left. */
function columnsBefore(row: ArrayLike<number>, own: number): number {
  const size = row[own] as number;
  let before = 0;
  for (let column = 0; column < row.length; column++) {
    const other = row[column] as number;
    if (other > size || (other === size && column < own)) before++;
  }
  return before;
}
