import { fixedWeights, shuffled } from "../data.mjs";

// The loops that someone would write by hand for a dense network with relu, over one typed array an array.

/** Batch × layer: inputs [rows, n] times weights [n, m] plus bias. */
function denseForward({ inputs, outputs, weights, bias }, x, y, rows) {
  for (let row = 0; row < rows; row++) {
    const at = row * outputs;
    for (let unit = 0; unit < outputs; unit++) y[at + unit] = bias[unit];
    for (let i = 0; i < inputs; i++) {
      const factor = x[row * inputs + i];
      if (factor === 0) continue;
      const from = i * outputs;
      for (let unit = 0; unit < outputs; unit++) y[at + unit] += factor * weights[from + unit];
    }
  }
}

function reluInPlace(values, count) {
  for (let i = 0; i < count; i++) if (values[i] < 0) values[i] = 0;
}

/** From the gradient of a layer's sums to those of weights, bias and (unless it is the first layer) inputs. */
function denseBackward(layer, x, dy, dx, rows) {
  const { inputs, outputs, weights, weightsGradient, biasGradient } = layer;
  weightsGradient.fill(0);
  biasGradient.fill(0);
  for (let row = 0; row < rows; row++) {
    const at = row * outputs;
    for (let unit = 0; unit < outputs; unit++) biasGradient[unit] += dy[at + unit];
    for (let i = 0; i < inputs; i++) {
      const factor = x[row * inputs + i];
      const from = i * outputs;
      if (factor !== 0) {
        for (let unit = 0; unit < outputs; unit++) weightsGradient[from + unit] += factor * dy[at + unit];
      }
      if (!dx) continue;
      let sum = 0;
      // where relu gave 0, nothing comes back
      if (factor > 0) for (let unit = 0; unit < outputs; unit++) sum += weights[from + unit] * dy[at + unit];
      dx[row * inputs + i] = sum;
    }
  }
}

function adam(values, gradient, first, second, rate) {
  for (let i = 0; i < values.length; i++) {
    const g = gradient[i];
    first[i] = 0.9 * first[i] + 0.1 * g;
    second[i] = 0.999 * second[i] + 0.001 * g * g;
    values[i] -= (rate * first[i]) / (Math.sqrt(second[i]) + 1e-7);
  }
}

/** Turns predictions into the gradient of the mean loss, and gives the sum of losses. */
function lossBackward(loss, prediction, targets, rows, outputs) {
  let total = 0;
  for (let row = 0; row < rows; row++) {
    const at = row * outputs;
    if (loss === "squares") {
      const miss = prediction[at] - targets[at];
      total += miss * miss;
      prediction[at] = (2 * miss) / rows;
      continue;
    }
    let highest = Number.NEGATIVE_INFINITY;
    for (let k = 0; k < outputs; k++) highest = Math.max(highest, prediction[at + k]);
    let sum = 0;
    for (let k = 0; k < outputs; k++) sum += Math.exp(prediction[at + k] - highest);
    for (let k = 0; k < outputs; k++) {
      const log = prediction[at + k] - highest - Math.log(sum);
      total -= targets[at + k] * log;
      prediction[at + k] = (Math.exp(log) - targets[at + k]) / rows;
    }
  }
  return total;
}

function trainable(layer, batch) {
  const zeros = (held) => new Float32Array(held.length);
  return {
    ...layer,
    weights: layer.weights.slice(),
    bias: layer.bias.slice(),
    weightsGradient: zeros(layer.weights),
    biasGradient: zeros(layer.bias),
    moments: [layer.weights, layer.weights, layer.bias, layer.bias].map(zeros),
    values: new Float32Array(batch * layer.outputs),
    gradient: new Float32Array(batch * layer.outputs),
  };
}

function step(layers, loss, x, targets, rows, count) {
  layers.forEach((layer, i) => {
    denseForward(layer, i === 0 ? x : layers[i - 1].values, layer.values, rows);
    if (i < layers.length - 1) reluInPlace(layer.values, rows * layer.outputs);
  });
  const last = layers[layers.length - 1];
  const total = lossBackward(loss, last.values, targets, rows, last.outputs);
  for (let i = layers.length - 1; i >= 0; i--) {
    const below = layers[i - 1];
    const dy = i === layers.length - 1 ? last.values : layers[i].gradient;
    denseBackward(layers[i], below ? below.values : x, dy, below?.gradient, rows);
  }
  const rate = (1e-3 * Math.sqrt(1 - 0.999 ** count)) / (1 - 0.9 ** count);
  for (const { weights, weightsGradient, bias, biasGradient, moments } of layers) {
    adam(weights, weightsGradient, moments[0], moments[1], rate);
    adam(bias, biasGradient, moments[2], moments[3], rate);
  }
  return total;
}

/** Copies rows of a matrix to the beginning of another. */
function gather(matrix, columns, order, into) {
  for (let i = 0; i < order.length; i++) {
    const from = order[i] * columns;
    for (let column = 0; column < columns; column++) into[i * columns + column] = matrix[from + column];
  }
}

/** Plain JavaScript written by hand. @type {import("../contract.mjs").Library} */
export const library = {
  name: "javascript",
  version: () => `Node ${process.versions.node}`,

  async train({ settings: { rows, widths, loss, batch }, data, onEpoch }) {
    const layers = fixedWeights(widths).map((layer) => trainable(layer, batch));
    const outputs = widths.at(-1);
    const x = new Float32Array(batch * widths[0]);
    const y = new Float32Array(batch * outputs);
    let count = 0;
    for (let epoch = 0; ; epoch++) {
      const order = shuffled(rows, epoch);
      let total = 0;
      for (let from = 0; from < rows; from += batch) {
        const part = order.subarray(from, from + batch);
        gather(data.inputs, widths[0], part, x);
        gather(data.targets, outputs, part, y);
        total += step(layers, loss, x, y, part.length, ++count);
      }
      if (onEpoch(total / rows)) return;
    }
  },

  async predictBulk({ rows, layers }) {
    const block = 1024;
    const values = layers.map(({ outputs }) => new Float32Array(block * outputs));
    return async (inputs) => {
      const answers = new Float32Array(rows);
      const columns = layers[0].inputs;
      for (let from = 0; from < rows; from += block) {
        const count = Math.min(block, rows - from);
        layers.forEach((layer, i) => {
          const x = i === 0 ? inputs.subarray(from * columns, (from + count) * columns) : values[i - 1];
          denseForward(layer, x, values[i], count);
          if (i < layers.length - 1) reluInPlace(values[i], count * layer.outputs);
        });
        answers.set(values[values.length - 1].subarray(0, count), from);
      }
      return answers;
    };
  },

  async predictOne({ layers: [hidden, output] }) {
    const { weights: w, bias: b } = hidden;
    const { weights: v, bias: c } = output;
    const one = (x) => {
      const first = Math.tanh(b[0] + x[0] * w[0] + x[1] * w[2]);
      const second = Math.tanh(b[1] + x[0] * w[1] + x[1] * w[3]);
      return c[0] + first * v[0] + second * v[1];
    };
    return {
      times(count, row) {
        // each answer goes into the next row, so that no call can be left out
        const x = row.slice();
        let answer = one(x);
        for (let i = 1; i < count; i++) {
          x[0] = row[0] + answer * 1e-12;
          answer = one(x);
        }
        return answer;
      },
    };
  },
};
