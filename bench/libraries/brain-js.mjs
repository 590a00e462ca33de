import { versionOf } from "../installed.mjs";

const packageName = "brain.js";
const brain = async () => (await import("brain.js")).default;

/** A network with given weights, in the form in which brain.js saves one. Every layer has the one activation, the last one too. */
async function fixedNetwork(widths, layers, activation) {
  const { NeuralNetwork } = await brain();
  const network = new NeuralNetwork({
    inputSize: widths[0],
    hiddenLayers: widths.slice(1, -1),
    outputSize: widths.at(-1),
    activation,
  });
  network.initialize();
  layers.forEach(({ inputs, outputs, weights, bias }, i) => {
    for (let unit = 0; unit < outputs; unit++) {
      network.biases[i + 1][unit] = bias[unit];
      for (let j = 0; j < inputs; j++) network.weights[i + 1][unit][j] = weights[j * outputs + unit];
    }
  });
  return network;
}

/** @type {import("../contract.mjs").Library} */
export const library = {
  name: "brain.js",
  packageName,
  version: () => versionOf(packageName),
  page: true,
  // it learns one row a step and has no softmax: only the smallest batch can be set beside it
  except: ["train-256", "train-wide"],

  async train({ settings: { rows, widths }, data, onEpoch }) {
    const { NeuralNetwork } = await brain();
    const network = new NeuralNetwork({ hiddenLayers: widths.slice(1, -1), activation: "relu" });
    const columns = widths[0];
    const examples = Array.from({ length: rows }, (_, row) => ({
      input: data.inputs.slice(row * columns, (row + 1) * columns),
      output: data.targets.slice(row, row + 1),
    }));
    let enough = false;
    const options = { praxis: "adam", learningRate: 0.001, errorThresh: 1e-12, log: false };
    // the callback of an epoch cannot end the training, so epochs are asked for one by one
    while (!enough) {
      const { error } = network.train(examples, { ...options, iterations: 1 });
      enough = onEpoch(error);
    }
  },

  async predictOne({ widths, layers }) {
    const network = await fixedNetwork(widths, layers, "tanh");
    const one = network.toFunction();
    return {
      tanhAtTheEnd: true,
      times(count, row) {
        let answer = 0;
        for (let i = 0; i < count; i++) answer = one(row)[0];
        return answer;
      },
    };
  },
};
