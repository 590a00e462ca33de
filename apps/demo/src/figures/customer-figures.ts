// What tells the invented table from any other: cells, sums, means and deviations.
import { createCustomers, customerRows, trainRows } from "../customers/customers";
import { standardOf } from "../training/standard";
import { type Figures, figure } from "./figure";

const columns = ["age", "balance", "retired", "transactions"] as const;
const rows = [1, 2, customerRows] as const;

export function customerFigures(): Figures {
  const figures: Record<string, Figures[string]> = {};
  for (const k of [0, 1]) {
    const customers = createCustomers(k);
    // all but the transactions are the same at every k
    for (const column of k === 0 ? (["transactions"] as const) : columns) {
      const cells = customers[column];
      for (const row of rows) figures[`${column} of customer ${row}, k = ${k}`] = figure(cells[row - 1] as number, 0);
      figures[`sum of ${column}, k = ${k}`] = figure(
        cells.reduce((sum, x) => sum + x, 0),
        0,
      );
    }
  }
  const customers = createCustomers(1);
  figures["customers without transactions, k = 1"] = figure(customers.transactions.filter((y) => y === 0).length, 0);
  for (const column of columns) {
    const { mean, deviation } = standardOf(customers[column], trainRows);
    figures[`mean of ${column}, training rows`] = figure(mean, 0.00005);
    figures[`deviation of ${column}, training rows`] = figure(deviation, 0.00005);
  }
  return figures;
}
