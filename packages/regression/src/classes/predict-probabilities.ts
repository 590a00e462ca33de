import { type Columns, selectColumns } from "../columns/columns";
import type { Label } from "../columns/labels";
import { linearSum } from "../least-squares/predict-linear";
import type { LogisticFit } from "./logistic-regression";
import type { SoftmaxFit } from "./softmax-regression";

/** A probability for each row and class. */
export interface Probabilities {
  readonly classes: readonly Label[];
  readonly rows: number;
  /** `[rows, classes]`, row after row; each row adds up to 1. */
  readonly values: Float64Array;
}

/** What prediction needs of a fit. */
export type ClassFit =
  | Pick<LogisticFit, "kind" | "classes" | "coefficients" | "intercept">
  | Pick<SoftmaxFit, "kind" | "classes" | "coefficients" | "intercepts">;

/**
 * The probability of each class in each row.
 *
 * Needs every column that has coefficients, in any order; other columns are not looked at.
 *
 * Errors: `missing-column`, `bad-cell`, `bad-data` (lengths, no column at all), `not-finite` (a sum beyond float64).
 *
 * @example
 * ```ts
 * import { logisticRegression, predictProbabilities } from "@neurite/regression";
 *
 * const fit = logisticRegression({ x: [-2, -1, 1, 2] }, [0, 1, 0, 1]);
 * const { values } = predictProbabilities(fit, { x: [0] });
 * console.log([...values].map((p) => p.toFixed(3))); // → [ '0.500', '0.500' ]
 * ```
 */
export function predictProbabilities(fit: ClassFit, columns: Columns): Probabilities {
  const subject = "predictProbabilities";
  const names = fit.coefficients.map(({ name }) => name);
  const table = selectColumns(columns, names, subject);
  const { rows } = table;
  const size = fit.classes.length;
  const scores = fit.classes.map((_, k) => {
    const { estimates, intercept } = scoreOf(fit, k);
    return linearSum(table, estimates, intercept, subject);
  });
  const values = new Float64Array(rows * size);
  for (let row = 0; row < rows; row++) {
    let top = Number.NEGATIVE_INFINITY;
    for (const score of scores) top = Math.max(top, score[row] as number);
    let sum = 0;
    for (const [k, score] of scores.entries()) {
      const part = Math.exp((score[row] as number) - top);
      values[row * size + k] = part;
      sum += part;
    }
    for (let k = 0; k < size; k++) values[row * size + k] = (values[row * size + k] as number) / sum;
  }
  return { classes: fit.classes, rows, values };
}

/** The most probable class of each row; of equals the earlier one. */
export function predictClasses(fit: ClassFit, columns: Columns): Label[] {
  const { classes, rows, values } = predictProbabilities(fit, columns);
  return Array.from({ length: rows }, (_, row) => classes[mostProbable(values, row, classes.length)] as Label);
}

/** Index of a row's largest probability. */
export function mostProbable(values: Float64Array, row: number, classes: number): number {
  let best = 0;
  for (let k = 1; k < classes; k++) {
    if ((values[row * classes + k] as number) > (values[row * classes + best] as number)) best = k;
  }
  return best;
}

function scoreOf(fit: ClassFit, k: number): { estimates: readonly number[]; intercept: number } {
  switch (fit.kind) {
    case "logistic":
      // The first class scores 0 and the second its log odds.
      return k === 0
        ? { estimates: fit.coefficients.map(() => 0), intercept: 0 }
        : { estimates: fit.coefficients.map(({ estimate }) => estimate), intercept: fit.intercept ?? 0 };
    case "softmax":
      return {
        estimates: fit.coefficients.map(({ estimates }) => estimates[k] as number),
        intercept: fit.intercepts?.[k] ?? 0,
      };
    default:
      return fit satisfies never;
  }
}
