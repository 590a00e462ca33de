// What the worker that trains neurons hands to the page, and the network that both mean.
import { dense, normal, sequential, tanh, type Value } from "neurite";
import type { Score } from "../../customers/score";

/** How many random starts each number of neurons gets. */
export const starts = 10;

/** What one start came to. */
export interface TrainedStart {
  readonly units: number;
  readonly seed: number;
  /** By path, in float64. */
  readonly weights: ReadonlyMap<string, Value>;
  /** Transactions of every row, as predicted. */
  readonly predicted: Float64Array;
  readonly train: Score;
  readonly heldOut: Score;
}

/** Balance and retired, standardized, go in; standardized transactions come out of tanh neurons that are added up. */
export function neuronNetwork(units: number) {
  const layer = (inputs: number, size: number) => ({
    units: size,
    weightsInitializer: normal({ standardDeviation: 1 / Math.sqrt(inputs) }),
  });
  return sequential([dense({ ...layer(2, units), activation: tanh }), dense(layer(units, 1))]);
}

/** The start that fits the training rows best: what one would keep without looking at the held-out rows. */
export function bestOf(trained: readonly TrainedStart[]): TrainedStart | undefined {
  return trained.reduce<TrainedStart | undefined>(
    (best, next) => (best && best.train.left <= next.train.left ? best : next),
    undefined,
  );
}
