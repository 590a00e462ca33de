import { linear, relu } from "@neurite/activations";
import { dense } from "@neurite/layers";
import { createModel, type Model, sequential } from "@neurite/network";
import type { Activation } from "@neurite/plugin";
import { NeuriteError, type Value, value } from "@neurite/tensor";
import { type NodeWeights, nodeLayers } from "./node-layers";

/** What the nodes make of their sums. */
export interface NodeActivations {
  /** Of the hidden nodes; `relu` unless told otherwise. */
  readonly activation?: Activation;
  /** Of the output; `linear` unless told otherwise. */
  readonly outputActivation?: Activation;
}

/**
 * Makes a float64 model of a dictionary of node weights: each node sums `input × weight`, without a bias, and passes the sum on.
 * Trained numbers of an activation are what they start from.
 *
 * Shapes: `[rows, inputs]` in, `[rows, outputs]` out. Throws `bad-argument` where names or numbers of weights do not fit together.
 *
 * @example
 * ```ts
 * import { fromNodeWeights, tanh } from "neurite";
 *
 * const weights = { node_0: [1, 1], node_1: [-1, 1], output: [2, -1] };
 * const model = fromNodeWeights(weights, { activation: tanh });
 * console.log(model.predict([[2, 3]]).data[0]); // → 1.2382242525694254
 * ```
 */
export function fromNodeWeights(weights: NodeWeights, activations: NodeActivations = {}): Model {
  const { activation = relu, outputActivation = linear } = activations;
  const layers = nodeLayers(weights);
  const inputs = layers[0]?.[0]?.weights.length ?? 0;
  const values = new Map<string, Value>();
  const network = layers.map((nodes, i) => {
    const width = nodes[0]?.weights.length ?? 0;
    const data = new Float64Array(width * nodes.length);
    nodes.forEach((node, unit) => {
      node.weights.forEach((weight, from) => {
        data[from * nodes.length + unit] = weight;
      });
    });
    values.set(`${i}/dense/weights`, value(data, { shape: [width, nodes.length] }));
    const last = i === layers.length - 1;
    return dense({
      units: nodes.length,
      activation: last ? outputActivation : activation,
      useBias: false,
    });
  });
  if (inputs === 0) {
    throw new NeuriteError(
      "bad-argument",
      "fromNodeWeights: the first nodes have no weights. Give each node one weight for each input.",
    );
  }
  const model = sequential(network);
  const options = { inputs: [inputs], dtype: "float64" } as const;
  // an activation with trained numbers of its own has them as they start
  const { weights: initial } = createModel(model, options);
  return createModel(model, { ...options, weights: new Map([...initial, ...values]) });
}
