// Columns with mean 0 and standard deviation 1 on the training rows, as networks learn them best.
import { type Customers, customerRows, trainRows } from "../customers/customers";
import type { Rows } from "./rows";

export type NumberColumn = "age" | "balance" | "retired" | "transactions";

/** How a column is standardised. */
export interface Standard {
  readonly mean: number;
  readonly deviation: number;
}

/** Mean and standard deviation (of these rows, so over n) of a column's training rows. */
export function standardOf(customers: Customers, column: NumberColumn): Standard {
  const cells = customers[column].subarray(0, trainRows);
  const mean = cells.reduce((sum, x) => sum + x, 0) / trainRows;
  const squares = cells.reduce((sum, x) => sum + (x - mean) ** 2, 0);
  return { mean, deviation: Math.sqrt(squares / trainRows) };
}

/** The training rows and the others, standardised, for a network that predicts transactions from these columns. */
export interface Standardised {
  readonly train: Rows;
  readonly heldOut: Rows;
  readonly target: Standard;
  /** A row as the network sees it. */
  row(cells: readonly number[]): readonly number[];
}

export function standardised(customers: Customers, columns: readonly NumberColumn[]): Standardised {
  const standards = columns.map((column) => standardOf(customers, column));
  const target = standardOf(customers, "transactions");
  const row = (cells: readonly number[]) =>
    standards.map(({ mean, deviation }, i) => ((cells[i] as number) - mean) / deviation);
  const rows = (from: number, to: number): Rows => ({
    inputs: Float64Array.from(
      Array.from({ length: to - from }, (_, i) => row(columns.map((c) => customers[c][from + i] as number))).flat(),
    ),
    targets: customers.transactions.slice(from, to).map((y) => (y - target.mean) / target.deviation),
  });
  return { train: rows(0, trainRows), heldOut: rows(trainRows, customerRows), target, row };
}
