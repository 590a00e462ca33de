// The smallest page that trains: a dense network on XOR, from three packages. Measured by size-limit, and run from bundles
// by the tests in tests/packaging.
import { tanh } from "@neurite/activations";
import { dense } from "@neurite/layers";
import { adam, fit, meanSquaredError, sequential } from "@neurite/network";

const corners = [
  [0, 0],
  [0, 1],
  [1, 0],
  [1, 1],
];
const network = sequential([dense({ units: 4, activation: tanh }), dense({ units: 1 })]);
const { model } = await fit(
  network,
  { inputs: corners, targets: [[0], [1], [1], [0]] },
  { loss: meanSquaredError, optimizer: adam(), learningRate: 0.05, batchSize: 4, epochs: 400, seed: 1 },
);
console.log(Array.from(model.predict(corners).data, (answer) => Math.round(answer)).join(" "));
