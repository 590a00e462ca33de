// The nine numbers that the network of this chapter starts from, as a flat list, and where each is in the network.
import type { WeightPlace } from "../../network/draw-trace";
import { type DenseNetwork, hiddenLayer } from "../../training/dense-network";
import type { Weights } from "../../training/weights";

/** node_0's two weights, node_1's two, the output's two; then the biases of node_0, node_1 and the output. */
export type Start = readonly number[];

export const network: DenseNetwork = hiddenLayer(2, 2);

/** The weights of the article; its biases are 0. */
export const articleStart: Start = [1, 1, -1, 1, 2, -1, 0, 0, 0];
/** The same but for one sign. */
export const flippedStart: Start = [1, 1, -1, 1, 2, 1, 0, 0, 0];

/** The weights as the library names them: `[inputs, units]`, row after row. */
export function startWeights([a0 = 0, a1 = 0, b0 = 0, b1 = 0, o0 = 0, o1 = 0, ...biases]: Start): Weights {
  const [a = 0, b = 0, o = 0] = biases;
  return {
    "0/dense/weights": [a0, b0, a1, b1],
    "0/dense/bias": [a, b],
    "1/dense/weights": [o0, o1],
    "1/dense/bias": [o],
  };
}

/** Which of the nine stands at a place of the picture. */
export function startIndex({ layer, from, to }: WeightPlace): number {
  if (from === "bias") return layer === 0 ? 6 + to : 8;
  return layer === 0 ? 2 * to + from : 4 + from;
}

/** The number at a place of the picture, of weights as the library names them. */
export function numberAt(weights: Weights, { layer, from, to }: WeightPlace): number | undefined {
  if (from === "bias") return weights[`${layer}/dense/bias`]?.[to];
  return weights[`${layer}/dense/weights`]?.[layer === 0 ? 2 * from + to : from];
}

/** How many of the nine differ. */
export function changed(start: Start, from: Start): number {
  return start.filter((weight, i) => weight !== from[i]).length;
}

/** Nine numbers (or six: then the biases are 0) between −5 and 5, from an address or from what was kept. */
export function parseStart(numbers: readonly number[]): Start | undefined {
  const whole = numbers.every((weight) => Number.isFinite(weight) && Math.abs(weight) <= 5);
  if (!whole || (numbers.length !== 6 && numbers.length !== 9)) return undefined;
  return numbers.length === 6 ? [...numbers, 0, 0, 0] : numbers;
}
