// What a picture of a network shows: every number that the forward pass has, each to be opened.
import type { Derivation } from "../numbers/derivation";

/** A weight or a bias. */
export interface DrawnWeight {
  readonly of: Derivation;
  /** Sets it, where the reader may. */
  readonly set?: ((value: number) => void) | undefined;
  /** Called once when it is let go. */
  readonly settle?: (() => void) | undefined;
  /** The slope of the loss along it: chevrons point the other way, where training moves it. */
  readonly slope?: number | undefined;
}

export interface DrawnNeuron {
  readonly name: string;
  /** What stands beside it in the picture, where its column says the rest of the name. */
  readonly label?: string;
  /** From each value of the layer before. */
  readonly weights: readonly DrawnWeight[];
  readonly bias?: DrawnWeight | undefined;
  readonly sum: Derivation;
  readonly output: Derivation;
  /** What it computes over a plane, as the address of an image: drawn in place of the disc, the number below. */
  readonly picture?: string | undefined;
}

export interface DrawnLayer {
  /** The kind of the activation; undefined where the sum itself is passed on. */
  readonly activation?: string | undefined;
  readonly neurons: readonly DrawnNeuron[];
}

export interface DrawnInput {
  readonly name: string;
  readonly of: Derivation;
  readonly set?: ((value: number) => void) | undefined;
  readonly settle?: (() => void) | undefined;
}

export interface DrawnNetwork {
  readonly inputs: readonly DrawnInput[];
  readonly layers: readonly DrawnLayer[];
}

/** How many weights and biases there are. */
export function parameterCount({ layers }: DrawnNetwork): number {
  return layers.reduce(
    (sum, { neurons }) => sum + neurons.reduce((n, { weights, bias }) => n + weights.length + (bias ? 1 : 0), 0),
    0,
  );
}
