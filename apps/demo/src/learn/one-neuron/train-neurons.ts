// Trains one neuron, or two, on the customers whose columns act together, from one start. In a worker: fit never comes to the page itself.
import { adam, fit, meanSquaredError } from "neurite";
import { createCustomers, customerRows, trainRows } from "../../customers/customers";
import { score } from "../../customers/score";
import { standardize } from "./standardize";
import { neuronNetwork, type TrainedStart } from "./trained-start";

/** 1500 steps of Adam at 0.03, each on all training rows. */
export async function trainNeurons(units: number, seed: number, signal?: AbortSignal): Promise<TrainedStart> {
  const customers = createCustomers(1);
  const balance = standardize(customers.balance);
  const retired = standardize(customers.retired);
  const transactions = standardize(customers.transactions);
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
  return {
    units,
    seed,
    weights: model.weights,
    predicted,
    train: scored(0, trainRows),
    heldOut: scored(trainRows, customerRows),
  };
}
