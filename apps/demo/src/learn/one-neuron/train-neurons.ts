// Trains one neuron, or two, on the customers whose columns act together, from one start after the other.
import { adam, dense, fit, meanSquaredError, normal, sequential, tanh } from "neurite";
import { createCustomers, customerRows, trainRows } from "../../customers/customers";
import { type Score, score } from "../../customers/score";
import { standardize } from "./standardize";

/** How many random starts each number of neurons gets. */
export const starts = 10;

/** What one start came to. */
export interface TrainedStart {
  readonly units: number;
  readonly seed: number;
  /** By path, in float64. */
  readonly weights: ReadonlyMap<string, { readonly shape: readonly number[]; readonly data: Float64Array }>;
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

/** 1500 steps of Adam at 0.03, each on all training rows. */
export async function trainNeurons(units: number, seed: number, signal?: AbortSignal): Promise<TrainedStart> {
  const customers = createCustomers(1);
  const [balance, retired, transactions] = [customers.balance, customers.retired, customers.transactions].map(
    standardize,
  ) as [ReturnType<typeof standardize>, ReturnType<typeof standardize>, ReturnType<typeof standardize>];
  const inputs = Array.from(balance.values, (value, row) => [value, retired.values[row] as number]);
  const { model } = await fit(
    neuronNetwork(units),
    { inputs: inputs.slice(0, trainRows), targets: Array.from(transactions.values.subarray(0, trainRows), (y) => [y]) },
    {
      loss: meanSquaredError,
      optimizer: adam(),
      learningRate: 0.03,
      epochs: 1500,
      batchSize: trainRows,
      shuffle: false,
      dtype: "float64",
      seed,
      ...(signal && { signal }),
    },
  );
  const { mean, deviation } = transactions;
  const predicted = Float64Array.from(model.predict(inputs).data, (value) => mean + deviation * value);
  const scored = (from: number, to: number) =>
    score(customers.transactions, (row) => predicted[row] as number, from, to);
  const weights = new Map(
    [...model.weights].map(([path, { shape, data }]) => [path, { shape, data: Float64Array.from(data) }]),
  );
  return { units, seed, weights, predicted, train: scored(0, trainRows), heldOut: scored(trainRows, customerRows) };
}

/** The start that fits the training rows best: what one would keep without looking at the held-out rows. */
export function bestOf(trained: readonly TrainedStart[]): TrainedStart | undefined {
  return trained.reduce<TrainedStart | undefined>(
    (best, next) => (best && best.train.left <= next.train.left ? best : next),
    undefined,
  );
}
