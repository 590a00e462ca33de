import { linear } from "@neurite/activations";
import { type Activation, type Layer, partOption } from "@neurite/plugin";
import { featureAxis } from "./feature-axis";
import { rowsTimes } from "./rows-times";
import { type WeightsAndBiasOptions, weightsAndBias } from "./weights-and-bias";
import { wholeOption } from "./whole-option";

export interface DenseOptions extends WeightsAndBiasOptions {
  /** How many neurons, which is the size of the last axis of the output. */
  readonly units: number;
  /** Applied to the sums: `linear` unless told otherwise. */
  readonly activation?: Activation | undefined;
}

/**
 * Neurons that each see all inputs.
 *
 * Formula: `activation(x · weights + bias)`. Shapes: input `[rows, ..., inputs]`, output `[rows, ..., units]`; parameters
 * `weights: [inputs, units]` and `bias: [units]`, which weight decay leaves alone.
 * Throws `bad-argument` for units that are not a whole number above 0, `too-large` for more than 2^28 weights, `bad-shape` for an
 * input of fewer than two axes.
 * Source: Rosenblatt, "The perceptron" (1958).
 *
 * @example
 * ```ts
 * import { relu } from "@neurite/activations";
 * import { dense } from "@neurite/layers";
 * import { trace } from "@neurite/plugin";
 * import { input } from "@neurite/tensor";
 *
 * const hidden = dense({ units: 16, activation: relu });
 * const [output] = trace(hidden, [input("x", { shape: [7, 4], dtype: "float32" })], { training: false, dtype: "float32" }).outputs;
 * console.log(output.shape); // → [ 7, 16 ]
 * ```
 */
export function dense(options: DenseOptions): Layer {
  const { units, activation = linear } = options;
  wholeOption("dense", "units", units);
  partOption("dense", "activation", activation, "apply");
  const { weights, bias, config } = weightsAndBias("dense", options);
  return {
    kind: "dense",
    config: { units, activation, ...config },
    apply: ([x], scope) => {
      const products = rowsTimes(x, weights.ask(scope, [featureAxis("dense", x), units]));
      return scope.activate("activation", activation, bias ? products.add(bias.ask(scope, [units])) : products);
    },
  };
}
