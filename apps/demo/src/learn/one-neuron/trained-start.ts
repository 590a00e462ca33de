// What the worker that trains neurons hands to the page, and the network that both mean.
import { dense, normal, sequential, tanh, type Value } from "neurite";
import type { Score } from "../../customers/score";

/** How many random starts each number of neurons gets. */
export const starts = 10;
/** How many steps each start is trained for. */
export const steps = 1500;

/** What goes in. */
export const neuronColumns = ["balance", "retired"] as const;

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

/** Standardised columns go in; standardised transactions come out of tanh neurons that are added up. */
export function neuronNetwork(units: number, inputs: number = neuronColumns.length) {
  const layer = (from: number, size: number) => ({
    units: size,
    weightsInitializer: normal({ standardDeviation: 1 / Math.sqrt(from) }),
  });
  return sequential([dense({ ...layer(inputs, units), activation: tanh }), dense(layer(units, 1))]);
}

/** The start that fits the training rows best: what one would keep without looking at the held-out rows. */
export function bestOf(trained: readonly TrainedStart[]): TrainedStart | undefined {
  return trained.reduce<TrainedStart | undefined>(
    (best, next) => (best && best.train.left <= next.train.left ? best : next),
    undefined,
  );
}
