import { type Activation, type AnyLayer, dense, linear, relu, sequential, sigmoid, tanh } from "neurite";

/** A network of dense layers as plain data, so that a worker can be sent it. */
export interface DenseNetwork {
  readonly inputs: number;
  readonly layers: readonly { readonly units: number; readonly activation: ActivationName }[];
}

const activations = { linear, relu, sigmoid, tanh } satisfies Readonly<Record<string, Activation>>;

export type ActivationName = keyof typeof activations;

/** The library's network of these layers; each layer has a bias. */
export function denseNetwork({ layers }: DenseNetwork): AnyLayer {
  return sequential(layers.map(({ units, activation }) => dense({ units, activation: activations[activation] })));
}

/** One hidden layer of so many tanh neurons, and one output that only sums. */
export function hiddenLayer(inputs: number, neurons: number): DenseNetwork {
  return {
    inputs,
    layers: [
      { units: neurons, activation: "tanh" },
      { units: 1, activation: "linear" },
    ],
  };
}
