import { numberOption } from "@neurite/plugin";
import { NeuriteError, type Value } from "@neurite/tensor";
import { classPairs } from "./class-pairs";

export interface ConfusionOptions {
  /** What the number of a single column has to be above to be a yes: ½ unless told otherwise, 0 for logits. */
  readonly threshold?: number | undefined;
}

export interface ConfusionMatrix {
  /** The classes by index: `[0, 1]` (no, yes) for a single column. */
  readonly classes: readonly number[];
  /** `counts[i][j]`: how many rows of class i were taken for class j. */
  readonly counts: readonly (readonly number[])[];
}

/**
 * Which classes are taken for which.
 *
 * Formula: a row for each true class, a column for each predicted one, as in scikit-learn. Shapes: as `accuracy`; a class for each column, also where no
 * row is of it. Without rows every count is 0. Throws `bad-argument` for a threshold that is not finite, `bad-data` where a number is NaN, an
 * index is none of the classes, or the shapes do not fit.
 * Source: Pearson, "On the theory of contingency" (1904).
 *
 * @example
 * ```ts
 * import { confusionMatrix } from "@neurite/network";
 * import { value } from "@neurite/tensor";
 *
 * const { classes, counts } = confusionMatrix(value([0.9, 0.2, 0.7, 0.1]), value([1, 0, 0, 0]));
 * console.log(classes); // → [ 0, 1 ]
 * console.log(counts); // → [ [ 2, 1 ], [ 0, 1 ] ]
 * ```
 */
export function confusionMatrix(
  prediction: Value,
  target: Value,
  { threshold = 0.5 }: ConfusionOptions = {},
): ConfusionMatrix {
  numberOption("confusionMatrix", "threshold", threshold);
  const pairs = classPairs("confusionMatrix", prediction, target, threshold);
  if (!pairs) {
    throw new NeuriteError(
      "bad-data",
      "confusionMatrix: predictions and targets should be numbers, got NaN. Leave out the rows that have none.",
    );
  }
  const classes = Array.from({ length: pairs.classes }, (_, label) => label);
  const counts = classes.map(() => classes.map(() => 0));
  pairs.own.forEach((own, place) => {
    const row = counts[own];
    if (!row) {
      throw new NeuriteError(
        "bad-data",
        `confusionMatrix: the targets should be classes from 0 to ${pairs.classes - 1}, got ${own} in row ${place}. Score the targets of the rows that were predicted.`,
      );
    }
    const said = pairs.said[place] as number;
    row[said] = (row[said] as number) + 1;
  });
  return { classes, counts };
}
