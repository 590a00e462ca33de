// What the right answer is, in float64 and plain loops: a library that is fast and wrong is not measured.
import { fixedWeights, linearIntercept } from "./data.mjs";

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

/**
 * Throws unless the residuals of a fit are at right angles to all columns, which makes it the best one, and its standard errors are those of columns
 * that have next to nothing to do with one another: s / √(Σ (x - x̄)²), to a hundredth.
 * @param {import("./data.mjs").LinearData} data
 * @param {import("./contract.mjs").Fitted} fit
 */
export function expectFit({ columns, target, slopes }, { intercept, estimates, standardErrors }) {
  const rows = target.length;
  if (estimates.length !== columns.length || standardErrors.length !== columns.length)
    throw new Error(`there should be ${columns.length} slopes with their errors, got ${estimates.length}`);
  const residuals = target.map((y) => y - intercept);
  columns.forEach((column, j) => {
    for (let row = 0; row < rows; row++) residuals[row] -= estimates[j] * column[row];
  });
  const squares = residuals.reduce((sum, r) => sum + r * r, 0);
  const spread = Math.sqrt(squares / (rows - columns.length - 1));
  columns.forEach((column, j) => {
    const mean = column.reduce((sum, x) => sum + x, 0) / rows;
    let [along, length] = [0, 0];
    for (let row = 0; row < rows; row++) {
      along += column[row] * residuals[row];
      length += (column[row] - mean) ** 2;
    }
    const error = spread / Math.sqrt(length);
    if (!(Math.abs(along) <= 1e-9 * rows)) throw new Error(`slope ${j} is not the best one: ${estimates[j]}`);
    if (!(Math.abs(estimates[j] - slopes[j]) <= 6 * error))
      throw new Error(`slope ${j} should be about ${slopes[j]}, got ${estimates[j]}`);
    if (!(Math.abs(standardErrors[j] / error - 1) <= 0.01))
      throw new Error(`the standard error of slope ${j} should be about ${error}, got ${standardErrors[j]}`);
  });
  if (!(Math.abs(intercept - linearIntercept) <= 0.02))
    throw new Error(`the intercept should be about ${linearIntercept}, got ${intercept}`);
}
