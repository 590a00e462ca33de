// What trained neurons predict for a row, as a number that opens: down to the row's cells.
import type { Model } from "neurite";
import type { Customers } from "../../customers/customers";
import { openCell } from "../../customers/open-cell";
import type { OpenPrediction } from "../../customers/open-score";
import { drawTrace } from "../../network/draw-trace";
import { type Derivation, derived, given } from "../../numbers/derivation";
import { type Standard, standardize } from "./standardize";
import type { TrainedStart } from "./trained-start";

/** Transactions, from the model's answer for standardized columns. */
export function openNeurons(customers: Customers, model: Model, { predicted, seed }: TrainedStart): OpenPrediction {
  const columns = ["balance", "retired"] as const;
  const standards = columns.map((column) => standardize(customers[column]));
  const target = standardize(customers.transactions);
  return (row) =>
    derived(`transactions that the neurons say of customer ${row + 1}`, predicted[row] as number, () => {
      const inputs = columns.map((column, i) => {
        const standard = standards[i] as Standard;
        const cell = openCell(customers, column, row);
        return derived(`standardized ${column}`, standard.values[row] as number, () => [
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
        weightFrom: `learnt in 1500 steps from start ${seed}`,
      });
      const answers = drawn.layers.at(-1)?.neurons.map(({ output }) => output) ?? [];
      return [meanOf("transactions", target), "+", spreadOf("transactions", target), "×", ...answers];
    });
}

const meanOf = (column: string, { mean }: Standard): Derivation =>
  given(`mean of ${column}`, mean, `the mean of ${column} in the 300 training rows`);

const spreadOf = (column: string, { deviation }: Standard): Derivation =>
  given(`spread of ${column}`, deviation, `the standard deviation of ${column} in the 300 training rows`);
