// What trained neurons predict for a row, as a number that opens: down to the row's cells.
import type { Model } from "neurite";
import { type Customers, trainRows } from "../../customers/customers";
import { openCell } from "../../customers/open-cell";
import type { OpenPrediction } from "../../customers/open-score";
import { drawTrace } from "../../network/draw-trace";
import { type Derivation, derived, given } from "../../numbers/derivation";
import { type Standard, standardOf } from "../../training/standard";
import { neuronColumns, steps, type TrainedStart } from "./trained-start";

/** Transactions, from the model's answer for standardised columns. */
export function openNeurons(customers: Customers, model: Model, { predicted, seed }: TrainedStart): OpenPrediction {
  const standards = neuronColumns.map((column) => standardOf(customers[column], trainRows));
  const target = standardOf(customers.transactions, trainRows);
  return (row) =>
    derived(`transactions that the neurons say of customer ${row + 1}`, predicted[row] as number, () => {
      const inputs = neuronColumns.map((column, i) => {
        const standard = standards[i] as Standard;
        const cell = openCell(customers, column, row);
        return derived(`standardised ${column}`, standard.values[row] as number, () => [
          "(",
          cell,
          "−",
          meanOf(column, standard),
          ") ÷",
          spreadOf(column, standard),
        ]);
      });
      const drawn = drawTrace(model.trace([inputs.map(({ value }) => value)]), {
        inputs,
        weightFrom: `learnt in ${steps} steps from start ${seed}`,
      });
      const answers = drawn.layers.at(-1)?.neurons.map(({ output }) => output) ?? [];
      return [meanOf("transactions", target), "+", spreadOf("transactions", target), "×", ...answers];
    });
}

const meanOf = (column: string, { mean }: Standard): Derivation =>
  given(`mean of ${column}`, mean, `the mean of ${column} in the 300 training rows`);

const spreadOf = (column: string, { deviation }: Standard): Derivation =>
  given(`spread of ${column}`, deviation, `the standard deviation of ${column} in the 300 training rows`);
