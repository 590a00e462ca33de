import * as tf from "@tensorflow/tfjs";

const hidden = (options) => tf.layers.dense({ units: 64, activation: "relu", ...options });
const inputs = Array.from({ length: 320 }, (_, i) => Array.from({ length: 8 }, (_, j) => Math.sin(i + 7 * j)));
const targets = inputs.map(([a, b]) => [a * b]);
const model = tf.sequential({ layers: [hidden({ inputShape: [8] }), hidden({}), tf.layers.dense({ units: 1 })] });
model.compile({ loss: "meanSquaredError", optimizer: "adam" });
await model.fit(tf.tensor2d(inputs), tf.tensor2d(targets), { batchSize: 32, epochs: 20 });
document.body.textContent = String((await model.predict(tf.tensor2d(inputs)).data())[0]);
