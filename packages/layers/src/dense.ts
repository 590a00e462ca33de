import { linear } from "@neurite/activations";
import {
  type Activation,
  type Constraint,
  type Initializer,
  type Layer,
  partOption,
  type Regularizer,
} from "@neurite/plugin";
import type { Tensor } from "@neurite/tensor";
import { featureAxis } from "./feature-axis";
import { glorotUniform } from "./glorot";
import { wholeOption } from "./whole-option";
import { zeros } from "./zeros";

export interface DenseOptions {
  /** How many neurons, which is the size of the last axis of the output. */
  readonly units: number;
  /** Applied to the sums: `linear` unless told otherwise. */
  readonly activation?: Activation | undefined;
  /** Whether each unit adds a number of its own: true unless told otherwise. */
  readonly useBias?: boolean | undefined;
  /** `glorotUniform()` unless told otherwise. */
  readonly weightsInitializer?: Initializer | undefined;
  /** `zeros` unless told otherwise. */
  readonly biasInitializer?: Initializer | undefined;
  readonly weightsRegularizer?: Regularizer | undefined;
  readonly biasRegularizer?: Regularizer | undefined;
  readonly weightsConstraint?: Constraint | undefined;
  readonly biasConstraint?: Constraint | undefined;
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
  const { units, activation = linear, useBias = true } = options;
  const { weightsInitializer = glorotUniform(), biasInitializer = zeros } = options;
  const { weightsRegularizer, biasRegularizer, weightsConstraint, biasConstraint } = options;
  wholeOption("dense", "units", units);
  partOption("dense", "activation", activation, "apply");
  const samplers = { weightsInitializer, biasInitializer };
  for (const [name, part] of Object.entries(samplers)) partOption("dense", name, part, "sample");
  const added = {
    ...(weightsRegularizer && { weightsRegularizer }),
    ...(biasRegularizer && { biasRegularizer }),
    ...(weightsConstraint && { weightsConstraint }),
    ...(biasConstraint && { biasConstraint }),
  };
  for (const [name, part] of Object.entries(added)) partOption("dense", name, part, "apply");
  return {
    kind: "dense",
    config: { units, activation, useBias, weightsInitializer, biasInitializer, ...added },
    apply: ([x], scope) => {
      const shape = [featureAxis("dense", x), units];
      const weights = scope.parameter("weights", {
        shape,
        initializer: weightsInitializer,
        ...(weightsConstraint && { constraint: weightsConstraint }),
      });
      if (weightsRegularizer) scope.penalty(weightsRegularizer.apply(weights));
      const products = rowsTimes(x, weights);
      if (!useBias) return scope.activate("activation", activation, products);
      const bias = scope.parameter("bias", {
        shape: [units],
        initializer: biasInitializer,
        decay: false,
        ...(biasConstraint && { constraint: biasConstraint }),
      });
      if (biasRegularizer) scope.penalty(biasRegularizer.apply(bias));
      return scope.activate("activation", activation, products.add(bias));
    },
  };
}

/** One flat matrix product: with more axes matmul would repeat the weights for each row. */
function rowsTimes(x: Tensor, weights: Tensor): Tensor {
  if (x.shape.length === 2) return x.matmul(weights);
  const flat = x.reshape([sizeBefore(x), ...weights.shape.slice(0, 1)]);
  return flat.matmul(weights).reshape([...x.shape.slice(0, -1), ...weights.shape.slice(1)]);
}

/** How many vectors the last axis holds; reshape follows the rows in it. */
function sizeBefore(x: Tensor): number {
  return x.shape.slice(0, -1).reduce((size, side) => size * side, 1);
}
