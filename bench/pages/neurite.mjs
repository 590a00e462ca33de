import { adam, dense, fit, meanSquaredError, relu, sequential } from "neurite";

const hidden = () => dense({ units: 64, activation: relu });
const inputs = Array.from({ length: 320 }, (_, i) => Array.from({ length: 8 }, (_, j) => Math.sin(i + 7 * j)));
const targets = inputs.map(([a, b]) => [a * b]);
const { model } = await fit(
  sequential([hidden(), hidden(), dense({ units: 1 })]),
  { inputs, targets },
  { loss: meanSquaredError, optimizer: adam(), batchSize: 32, epochs: 20 },
);
document.body.textContent = String(model.predict(inputs).data[0]);
