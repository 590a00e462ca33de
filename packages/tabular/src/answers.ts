import type { Value } from "@neurite/tensor";
import type { ClassTarget, TargetEncoder } from "./encoder";
import { decodeNumber } from "./target-encoder";

/** What a model says for some rows: numbers in the target's unit, or a probability for each row and class. */
export type Answers = NumberAnswers | ClassAnswers;

export interface NumberAnswers {
  readonly numbers: Float64Array;
}

export interface ClassAnswers {
  readonly classes: readonly string[];
  /** `[rows, classes]`, row after row. */
  readonly probabilities: Float64Array;
}

/** What the output of a table's network means: `output: [rows, units]` of its head. */
export function decodeOutput(target: TargetEncoder, { data }: Value): Answers {
  if (target.task === "regression") return { numbers: Float64Array.from(data, (z) => decodeNumber(target, z)) };
  const classes = target.labels;
  if (classes.length !== 2) return { classes, probabilities: Float64Array.from(data) };
  const probabilities = new Float64Array(2 * data.length);
  for (let row = 0; row < data.length; row++) {
    const p = data[row] as number;
    probabilities[2 * row] = 1 - p;
    probabilities[2 * row + 1] = p;
  }
  return { classes, probabilities };
}

/** The most probable class of each row; of equals the earlier one. */
export function chosenLabels({ classes, probabilities }: ClassAnswers): readonly string[] {
  const size = classes.length;
  return Array.from({ length: probabilities.length / size }, (_, row) => {
    let best = 0;
    for (let k = 1; k < size; k++) {
      if ((probabilities[row * size + k] as number) > (probabilities[row * size + best] as number)) best = k;
    }
    return classes[best] ?? "";
  });
}

/** The labels of encoded classes. */
export function labelsOf({ labels }: ClassTarget, classes: Int32Array): readonly string[] {
  return Array.from(classes, (at) => labels[at] ?? "");
}
