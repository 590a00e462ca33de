// Rows with what stands in the table and what a model says of them.
import { type Answers, encodeClasses, type TableEncoder, type TypedColumn } from "neurite";

export interface Answered {
  /** Rows of the table, counted from 0. */
  readonly rows: Int32Array;
  /** The lines of the file that they begin on. */
  readonly lines: Int32Array;
  /** The target's number, or the index of the class among the labels. */
  readonly actual: Float64Array;
  /** The number predicted, or the index of the most probable class. */
  readonly predicted: Float64Array;
  /** For classes the probability given to the actual one; empty for numbers. */
  readonly sure: Float64Array;
}

/** What answers for rows of a table come to; `answers` has one for each of the rows. */
export function answered(
  answers: Answers,
  target: TableEncoder["target"],
  truth: TypedColumn,
  rows: Int32Array,
  linesOfTable: ArrayLike<number> | undefined,
): Answered {
  const lines = rows.map((row) => linesOfTable?.[row] ?? row + 1);
  if ("numbers" in answers) {
    const values = truth.kind === "number" ? truth.values : new Float64Array(0);
    const actual = Float64Array.from(rows, (row) => values[row] as number);
    return { rows, lines, actual, predicted: answers.numbers, sure: new Float64Array(0) };
  }
  const { classes, probabilities } = answers;
  const width = classes.length;
  const actual = Float64Array.from(target.task === "classification" ? encodeClasses(target, truth, rows) : []);
  const predicted = Float64Array.from(rows, (_, i) => mostProbable(probabilities, i * width, width));
  const sure = actual.map((label, i) => probabilities[i * width + label] as number);
  return { rows, lines, actual, predicted, sure };
}

/** Of equals the first, as the library has it. */
function mostProbable(probabilities: Float64Array, start: number, width: number): number {
  let best = 0;
  for (let k = 1; k < width; k++) {
    if ((probabilities[start + k] as number) > (probabilities[start + best] as number)) best = k;
  }
  return best;
}
