// Predictions of a row as numbers that open, down to the row's cells.
import type { Model } from "neurite";
import type { Customers } from "../../customers/customers";
import { cellOf, type FittedLine } from "../../customers/fit-line";
import { drawTrace } from "../../network/draw-trace";
import { type Derivation, derived, given } from "../../numbers/derivation";
import { cell } from "./open-score";
import { standardize } from "./standardize";
import type { TrainedStart } from "./trained-start";

const lineFrom = "least squares on the 300 training rows";

/** What a line predicts for a row. */
export function openLine(customers: Customers, line: FittedLine): (row: number) => Derivation {
  return (row) =>
    derived(`prediction of row ${row + 1}`, line.predict(row), () => [
      given("intercept", line.intercept, lineFrom),
      ...line.columns.flatMap((column, i) => [
        "+",
        given(`coefficient of ${column}`, line.coefficients[i] as number, lineFrom),
        "×",
        column === "balance × retired"
          ? given(column, cellOf(customers, column, row), `balance × retired of row ${row + 1}`)
          : cell(customers, column, row),
      ]),
    ]);
}

/** What trained neurons predict for a row, in transactions. */
export function openNeurons(
  customers: Customers,
  model: Model,
  { predicted, seed }: TrainedStart,
): (row: number) => Derivation {
  const columns = ["balance", "retired"] as const;
  const standards = columns.map((column) => standardize(customers[column]));
  const target = standardize(customers.transactions);
  const spread = (column: string, what: "mean" | "deviation", value: number) =>
    given(
      `${what} of ${column}`,
      value,
      `the ${what === "mean" ? "mean" : "spread"} of ${column} in the 300 training rows`,
    );
  return (row) =>
    derived(`prediction of row ${row + 1}`, predicted[row] as number, () => {
      const inputs = columns.map((column, i) => {
        const { mean, deviation, values } = standards[i] as ReturnType<typeof standardize>;
        return derived(`standardized ${column}`, values[row] as number, () => [
          "(",
          cell(customers, column, row),
          "−",
          spread(column, "mean", mean),
          ") ÷",
          spread(column, "deviation", deviation),
        ]);
      });
      const drawn = drawTrace(model.trace([inputs.map(({ value }) => value)]), {
        inputs,
        weightFrom: `learnt in 1500 steps from start ${seed}`,
      });
      const output = drawn.layers.at(-1)?.neurons[0]?.output;
      return [
        spread("transactions", "mean", target.mean),
        "+",
        spread("transactions", "deviation", target.deviation),
        "×",
        ...(output ? [output] : []),
      ];
    });
}
