// Chapter 6, scale. Needs Node and neurite: npm install neurite tsx, then npx tsx 6.ts
import { createModel, dense, fromNodeWeights, sequential } from "neurite";

const article = fromNodeWeights({ node_0: [1, 1], node_1: [-1, 1], output: [2, -1] }).summary().parameters;
const layers = (inputs: number, ...units: number[]) =>
  createModel(sequential(units.map((count) => dense({ units: count }))), { inputs: [inputs] }).summary().parameters;
const [gpt3, training] = [175e9, 3.14e23];
console.log(`weights ${article}, with biases ${layers(2, 2, 1)}, of 8-64-64-1 ${layers(8, 64, 64, 1)}`);
console.log(`GPT-3 has ${(gpt3 / article / 1e9).toFixed(2)} billion times as many`);
console.log(
  `at 1 mm a weight ${article} mm and ${(gpt3 / 1e6).toFixed(0)} km, ${(gpt3 / 1e6 / 384400).toFixed(3)} of the way to the moon`,
);

const multiplyAdds = 10e9; // a second; the page measures its own
const year = 365.25 * 24 * 3600;
console.log(`one word takes ${(gpt3 / multiplyAdds).toFixed(1)} s`);
console.log(`the training takes ${(training / (2 * multiplyAdds) / year).toFixed(0)} years`);
console.log(
  `in a year a network of ${((2 * multiplyAdds * year) / (training / gpt3)).toFixed(0)} weights could be trained`,
);
