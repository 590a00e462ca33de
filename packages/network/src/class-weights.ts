import { numberOption } from "@neurite/plugin";
import { formatShape, NeuriteError, type Value, value } from "@neurite/tensor";
import { type Rows, toValues } from "./data";

/**
 * How much each row should count, by its class: for the `weights` of the data, whatever the loss.
 *
 * Formula: the class's number in `weights`, or under `"balanced"` `rows / (classes · rows of the class)`, so that every class that occurs
 * counts alike and the weights have the mean 1, as in scikit-learn. Shapes: `targets` are the classes' numbers from 0 up, `[rows]` or
 * `[rows, 1]` (0 and 1 of a yes or no too), or one-hot, `[rows, classes]`; result `[rows]` in float64.
 * Throws `bad-data` for targets that are neither, `bad-argument` for weights that are not numbers from 0 up, or a class without one,
 * `too-few-rows` for none. Source: King and Zeng, "Logistic regression in rare events data" (2001).
 *
 * @example
 * ```ts
 * import { classWeights } from "@neurite/network";
 *
 * console.log([...classWeights([[0], [0], [0], [1]]).data]); // → [ 0.6666666666666666, 0.6666666666666666, 0.6666666666666666, 2 ]
 * console.log([...classWeights([[0, 1], [1, 0]], [1, 5]).data]); // → [ 5, 1 ]
 * ```
 */
export function classWeights(targets: Rows, weights: "balanced" | readonly number[] = "balanced"): Value {
  const classes = classesOf(targets);
  return value(weights === "balanced" ? balanced(classes) : classes.map((k, row) => weightOf(k, row, weights)), {
    dtype: "float64",
    shape: [classes.length],
  });
}

function balanced(classes: Float64Array): Float64Array {
  const counts = new Map<number, number>();
  for (const k of classes) counts.set(k, (counts.get(k) ?? 0) + 1);
  return classes.map((k) => classes.length / (counts.size * (counts.get(k) ?? 1)));
}

function weightOf(k: number, row: number, weights: readonly number[]): number {
  const weight = weights[k];
  if (weight === undefined) {
    throw new NeuriteError(
      "bad-argument",
      `classWeights: "weights" should have a number for each class, got ${weights.length} numbers and class ${k} in row ${row}. Pass the weights of all classes, in their order.`,
    );
  }
  numberOption("classWeights", `weights[${k}]`, weight, "a number from 0 up", (x) => x >= 0);
  return weight;
}

/** The class of each row. */
function classesOf(targets: Rows): Float64Array {
  const [held] = toValues("classWeights: targets", targets, "float64");
  const { shape, data } = held as Value;
  const [rows = 0, width = 1] = shape;
  if (rows === 0) {
    throw new NeuriteError("too-few-rows", "classWeights: expected at least 1 row, got 0. Bring some targets.");
  }
  if (shape.length > 2 || width === 0) {
    throw new NeuriteError(
      "bad-data",
      `classWeights: the targets should be [rows], [rows, 1] or [rows, classes], got ${formatShape(shape)}. Bring one class for each row.`,
    );
  }
  return Float64Array.from({ length: rows }, (_, row) =>
    width === 1 ? classNumber(data[row] as number, row) : hotColumn(data.subarray(row * width, (row + 1) * width), row),
  );
}

function classNumber(n: number, row: number): number {
  if (Number.isInteger(n) && n >= 0) return n;
  throw new NeuriteError(
    "bad-data",
    `classWeights: the classes should be whole numbers from 0 up, got ${n} in row ${row}. Number the classes from 0.`,
  );
}

function hotColumn(columns: Value["data"], row: number): number {
  const at = columns.indexOf(1);
  if (at >= 0 && columns.every((n: number, column: number) => n === (column === at ? 1 : 0))) return at;
  throw new NeuriteError(
    "bad-data",
    `classWeights: each row of [rows, classes] should have one 1 and zeros otherwise, got [${columns.join(", ")}] in row ${row}. Pass the number of the class instead.`,
  );
}
