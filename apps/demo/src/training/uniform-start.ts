import { mulberry32 } from "../customers/mulberry32";
import type { DenseNetwork } from "./dense-network";
import type { Weights } from "./weights";

/** Weights uniform between −1 and 1 from a seed, layer after layer, in the order of the library's matrices; biases of 0. */
export function uniformStart({ inputs, layers }: DenseNetwork, seed: number): Weights {
  const u = mulberry32(seed);
  const start: Record<string, readonly number[]> = {};
  let width = inputs;
  layers.forEach(({ units }, layer) => {
    start[`${layer}/dense/weights`] = Array.from({ length: width * units }, () => 2 * u() - 1);
    start[`${layer}/dense/bias`] = new Array<number>(units).fill(0);
    width = units;
  });
  return start;
}
