// The data of every workload: the same numbers in each run and, by python/data.py, in each language.

/** A well mixed 32-bit hash (lowbias32 of Chris Wellons). */
function mix(word) {
  let x = word;
  x = Math.imul(x ^ (x >>> 16), 0x7feb352d);
  x = Math.imul(x ^ (x >>> 15), 0x846ca68b);
  return (x ^ (x >>> 16)) >>> 0;
}

/**
 * Numbers from -1 up to but not including 1, exact in float32.
 * @param {number} seed
 * @param {number} count
 */
export function uniform(seed, count) {
  const key = mix(seed);
  return Float32Array.from({ length: count }, (_, i) => (mix(key ^ i) >>> 8) * 2 ** -23 - 1);
}

/**
 * @typedef {object} Training What a training learns from.
 * @property {number} rows
 * @property {readonly number[]} widths Columns, units of the hidden layers, outputs.
 * @property {"squares" | "classes"} loss
 * @property {number} batch
 * @property {number} [categories] How many values a further column of categories has.
 */

/**
 * Inputs [rows, columns] and targets [rows, outputs] that a network can learn: products of columns, or which of the first
 * columns is the largest (as one-hot rows).
 * @param {Training} settings
 */
export function trainingData({ rows, widths, loss, categories }) {
  const [columns = 1] = widths;
  const outputs = widths.at(-1) ?? 1;
  const inputs = uniform(1, rows * columns);
  const targets = new Float32Array(rows * outputs);
  const category = categories && Int32Array.from(uniform(2, rows), (u) => Math.floor(((u + 1) / 2) * categories));
  for (let row = 0; row < rows; row++) {
    const x = inputs.subarray(row * columns, (row + 1) * columns);
    if (loss === "squares") {
      targets[row] = 0.5 + 0.3 * x[0] * x[1] + 0.15 * x[2] * x[3];
      if (category) targets[row] += 0.05 * ((category[row] % 3) - 1);
    } else {
      const first = x.subarray(0, outputs);
      targets[row * outputs + first.indexOf(Math.max(...first))] = 1;
    }
  }
  return { rows, inputs, targets, ...(category && { category }) };
}

/** @typedef {ReturnType<typeof trainingData>} TrainingData */

/**
 * Columns of float64 and a target that is a sum of multiples of them, an intercept and noise of their size.
 * @param {{ rows: number, columns: number }} settings
 */
export function linearData({ rows, columns }) {
  const matrix = Array.from({ length: columns }, (_, j) => Float64Array.from(uniform(100 + j, rows)));
  const slopes = Array.from(uniform(98, columns));
  const target = Float64Array.from(uniform(99, rows), (noise) => noise + linearIntercept);
  matrix.forEach((column, j) => {
    for (let row = 0; row < rows; row++) target[row] += slopes[j] * column[row];
  });
  return { columns: matrix, target, slopes };
}

/** @typedef {ReturnType<typeof linearData>} LinearData */

export const linearIntercept = 0.5;

/**
 * Fixed weights [inputs, outputs] (He, uniform) and biases [outputs] of each layer.
 * @param {readonly number[]} widths
 */
export function fixedWeights(widths) {
  return widths.slice(1).map((outputs, layer) => {
    const inputs = widths[layer];
    const limit = Math.sqrt(6 / inputs);
    return {
      inputs,
      outputs,
      weights: uniform(10 + layer, inputs * outputs).map((u) => u * limit),
      bias: uniform(20 + layer, outputs).map((u) => u * 0.1),
    };
  });
}

/** @typedef {ReturnType<typeof fixedWeights>[number]} Dense */

/**
 * The rows' order of an epoch, the same for each library that is fed batch by batch.
 * @param {number} rows
 * @param {number} epoch
 */
export function shuffled(rows, epoch) {
  const order = Int32Array.from({ length: rows }, (_, i) => i);
  const key = mix(epoch + 1);
  for (let i = rows - 1; i > 0; i--) {
    const j = mix(key ^ i) % (i + 1);
    const swapped = order[i];
    order[i] = order[j];
    order[j] = swapped;
  }
  return order;
}

/**
 * Copies rows of a matrix in a given order.
 * @param {Float32Array} matrix
 * @param {number} columns
 * @param {Int32Array} order
 */
export function takeRows(matrix, columns, order) {
  const taken = new Float32Array(order.length * columns);
  for (let i = 0; i < order.length; i++) {
    const from = order[i] * columns;
    for (let column = 0; column < columns; column++) taken[i * columns + column] = matrix[from + column];
  }
  return taken;
}
