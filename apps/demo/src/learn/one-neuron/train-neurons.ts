// Trains one neuron, or two, on the customers whose columns act together, from one start. In a worker: fit never comes to the page itself.
import { adam, fit, meanSquaredError, value } from "neurite";
import { createCustomers, customerRows, trainRows } from "../../customers/customers";
import { score } from "../../customers/score";
import type { Rows } from "../../training/rows";
import { type NumberColumn, standardised } from "../../training/standardised";
import { neuronColumns, neuronNetwork, steps, type TrainedStart } from "./trained-start";

export interface NeuronTrainingOptions {
  readonly columns?: readonly NumberColumn[];
  readonly signal?: AbortSignal;
}

/** So many steps of Adam at 0.03, each on all training rows. */
export async function trainNeurons(
  units: number,
  seed: number,
  { columns = neuronColumns, signal }: NeuronTrainingOptions = {},
): Promise<TrainedStart> {
  const customers = createCustomers(1);
  const data = standardised(customers, columns);
  const matrix = (numbers: Float64Array, width: number) => value(numbers, { shape: [numbers.length / width, width] });
  const tensors = ({ inputs, targets }: Rows) => ({
    inputs: matrix(inputs, columns.length),
    targets: matrix(targets, 1),
  });
  const { model } = await fit(neuronNetwork(units, columns.length), tensors(data.train), {
    loss: meanSquaredError,
    optimizer: adam(),
    learningRate: 0.03,
    epochs: steps,
    batchSize: trainRows,
    shuffle: false,
    dtype: "float64",
    seed,
    ...(signal && { signal }),
  });
  const { mean, deviation } = data.target;
  const everyRow = Float64Array.from([...data.train.inputs, ...data.heldOut.inputs]);
  const answers = model.predict(matrix(everyRow, columns.length));
  const predicted = Float64Array.from(answers.data, (answer) => mean + deviation * answer);
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
