import type { Metric } from "@neurite/plugin";
import { classAt } from "./class-at";
import { classColumns } from "./class-columns";

/**
 * The share of rows whose class was predicted.
 *
 * Of several columns the one with the largest number is the class (the first of equals), so probabilities and logits do alike; a single
 * column is a probability, and yes where it is above ½. Shapes: prediction `[rows, ..., classes]` with one-hot targets or the classes'
 * indices `[rows, ...]`, or `[rows]` or `[rows, 1]` with targets of 0 and 1. `null` for 0 rows, and where a prediction is NaN.
 * Throws `bad-data` where the shapes do not fit.
 *
 * @example
 * ```ts
 * import { accuracy } from "@neurite/network";
 * import { value } from "@neurite/tensor";
 *
 * const prediction = value([[0.1, 0.7, 0.2], [0.5, 0.3, 0.2]]);
 * console.log(accuracy.compute(prediction, value([1, 2], { dtype: "int32" }))); // → 0.5
 * ```
 */
export const accuracy: Metric = {
  kind: "accuracy",
  better: "higher",
  compute: (prediction, target) => {
    const { places, classes, indices } = classColumns("accuracy", prediction, target);
    if (places === 0 || prediction.data.some((x: number) => Number.isNaN(x))) return null;
    let right = 0;
    for (let place = 0; place < places; place++) {
      const said = classAt(prediction.data, place, classes);
      const own = indices ? target.data[place] : classAt(target.data, place, classes);
      if (said === own) right++;
    }
    return right / places;
  },
};
