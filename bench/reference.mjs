// What the right answer is, in float64 and plain loops: a library that is fast and wrong is not measured.
import { fixedWeights } from "./data.mjs";

/**
 * One row through dense layers; the last layer is linear.
 * @param {readonly import("./data.mjs").Dense[]} layers
 * @param {ArrayLike<number>} row
 * @param {(x: number) => number} activation
 */
export function answer(layers, row, activation) {
  let values = Array.from(row);
  layers.forEach(({ outputs, weights, bias }, layer) => {
    values = Array.from({ length: outputs }, (_, unit) => {
      const sum = values.reduce((total, x, i) => total + x * weights[i * outputs + unit], bias[unit]);
      return layer < layers.length - 1 ? activation(sum) : sum;
    });
  });
  return values;
}

/** @param {number} x */
export const relu = (x) => Math.max(0, x);

/**
 * Throws unless a number is what it should be, to float32's accuracy.
 * @param {string} what
 * @param {number | undefined} got
 * @param {number} expected
 */
export function expectClose(what, got, expected) {
  if (got !== undefined && Math.abs(got - expected) <= 1e-3 * Math.max(1, Math.abs(expected))) return;
  throw new Error(`${what} should be ${expected}, got ${got}`);
}

/**
 * Throws unless the answers of some rows are right.
 * @param {readonly number[]} widths
 * @param {Float32Array} inputs
 * @param {ArrayLike<number>} answers One number for each row.
 */
export function expectAnswers(widths, inputs, answers) {
  const layers = fixedWeights(widths);
  const [columns = 1] = widths;
  const rows = inputs.length / columns;
  if (answers.length !== rows) throw new Error(`there should be ${rows} answers, got ${answers.length}`);
  for (const row of [0, 1, Math.floor(rows / 2), rows - 1]) {
    const [expected = Number.NaN] = answer(layers, inputs.subarray(row * columns, (row + 1) * columns), relu);
    expectClose(`the answer for row ${row}`, answers[row], expected);
  }
}
