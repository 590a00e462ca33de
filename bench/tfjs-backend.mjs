// What both backends of TensorFlow.js share. Its core operations, which are several times as fast as its layers here.
import { fixedWeights, shuffled, takeRows } from "./data.mjs";

const arraysOf = (tf, layers) =>
  layers.map(({ inputs, outputs, weights, bias }) => ({
    weights: tf.tensor2d(weights, [inputs, outputs]),
    bias: tf.tensor1d(bias),
  }));

const forward = (tf, parameters, x, activation) =>
  parameters.reduce((values, { weights, bias }, i) => {
    const last = i === parameters.length - 1;
    return tf.fused.matMul({ a: values, b: weights, bias, activation: last ? "linear" : activation });
  }, x);

/**
 * What a backend can do.
 * @param {() => Promise<any>} start Gives tfjs with the backend set.
 */
export function onBackend(start) {
  return {
    async train({ settings, data, onEpoch }) {
      const tf = await start();
      const { rows, widths, loss, batch } = settings;
      const parameters = arraysOf(tf, fixedWeights(widths)).map(({ weights, bias }) => ({
        weights: tf.variable(weights),
        bias: tf.variable(bias),
      }));
      const optimizer = tf.train.adam(1e-3);
      const cost = (x, y) => {
        const prediction = forward(tf, parameters, x, "relu");
        if (loss === "classes") return tf.losses.softmaxCrossEntropy(y, prediction);
        return tf.mean(tf.squaredDifference(prediction, y));
      };
      for (let epoch = 0; ; epoch++) {
        const order = shuffled(rows, epoch);
        let total = 0;
        for (let from = 0; from < rows; from += batch) {
          const part = order.subarray(from, from + batch);
          const x = tf.tensor2d(takeRows(data.inputs, widths[0], part), [part.length, widths[0]]);
          const y = tf.tensor2d(takeRows(data.targets, widths.at(-1), part), [part.length, widths.at(-1)]);
          const value = optimizer.minimize(() => cost(x, y), true);
          total += value.dataSync()[0] * part.length;
          tf.dispose([x, y, value]);
        }
        if (onEpoch(total / rows)) return;
      }
    },

    async multiply({ size, a, b }) {
      const tf = await start();
      const [left, right] = [a, b].map((held) => tf.tensor2d(held, [size, size]));
      let product = tf.matMul(left, right);
      return {
        times(count) {
          for (let i = 0; i < count; i++) {
            product.dispose();
            product = tf.matMul(left, right);
          }
        },
        product: () => product.data(),
      };
    },

    async predictBulk({ rows, widths, layers }) {
      const tf = await start();
      const parameters = arraysOf(tf, layers);
      return async (inputs) => {
        const y = tf.tidy(() => forward(tf, parameters, tf.tensor2d(inputs, [rows, widths[0]]), "relu"));
        const answers = await y.data();
        y.dispose();
        return answers;
      };
    },

    async predictOne({ layers }) {
      const tf = await start();
      const parameters = arraysOf(tf, layers);
      const one = (row) =>
        tf.tidy(() =>
          parameters.reduce(
            (values, { weights, bias }, i) => {
              const sums = tf.add(tf.matMul(values, weights), bias);
              return i < parameters.length - 1 ? tf.tanh(sums) : sums;
            },
            tf.tensor2d(row, [1, row.length]),
          ),
        );
      return {
        times(count, row) {
          let answer = 0;
          for (let i = 0; i < count; i++) {
            const y = one(row);
            answer = y.dataSync()[0];
            y.dispose();
          }
          return answer;
        },
      };
    },
  };
}
