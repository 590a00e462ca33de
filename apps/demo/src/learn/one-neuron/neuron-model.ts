// One neuron, or two that are added up, as models of the library: what they answer and how.
import { createModel, dense, interpreter, type Model, sequential, tanh, tensor } from "neurite";

export interface Neuron {
  /** For balance and for retired. */
  readonly weights: readonly [number, number];
  readonly bias: number;
}

/** How the answers of two neurons are added up. */
export interface Addition {
  readonly weights: readonly [number, number];
  readonly bias: number;
}

/** With one neuron its answer is the answer; with two they are added up. */
export interface Neurons {
  readonly neurons: readonly [Neuron] | readonly [Neuron, Neuron];
  readonly addition: Addition;
}

/** Two answers of ±1 and 1 more: +1 where one of them says yes, −1 where both say no. */
export const plainAddition: Addition = { weights: [1, 1], bias: 1 };

/** In float64, as textbooks compute; so small that the interpreter is at once there. */
export function neuronModel({ neurons, addition }: Neurons): Model {
  const units = neurons.length;
  const numbers = (data: readonly number[], shape: readonly number[]) =>
    tensor.value(new Float64Array(data), { shape });
  const weights = new Map([
    [
      "0/dense/weights",
      numbers(
        [0, 1].flatMap((input) => neurons.map((neuron) => neuron.weights[input] ?? 0)),
        [2, units],
      ),
    ],
    [
      "0/dense/bias",
      numbers(
        neurons.map(({ bias }) => bias),
        [units],
      ),
    ],
  ]);
  const layers = [dense({ units, activation: tanh })];
  if (units === 2) {
    layers.push(dense({ units: 1 }));
    weights.set("1/dense/weights", numbers(addition.weights, [2, 1]));
    weights.set("1/dense/bias", numbers([addition.bias], [1]));
  }
  return createModel(sequential(layers), { inputs: [2], dtype: "float64", weights, backend: interpreter });
}

/** The neuron that says at −x what this one says at x. */
export function mirrored({ weights: [balance, retired], bias }: Neuron): Neuron {
  return { weights: [-balance, -retired], bias };
}
