// The customers as networks learn them best.
import { type Customers, customerRows, trainRows } from "../customers/customers";
import type { Rows } from "./rows";
import { type Standard, standardOf } from "./standard";

export type NumberColumn = "age" | "balance" | "retired" | "transactions";

/** The training rows and the others, standardised, for a network that predicts transactions from these columns. */
export interface Standardised {
  readonly train: Rows;
  readonly heldOut: Rows;
  readonly target: Standard;
  /** A row as the network sees it. */
  row(cells: readonly number[]): readonly number[];
}

export function standardised(customers: Customers, columns: readonly NumberColumn[]): Standardised {
  const standards = columns.map((column) => standardOf(customers[column], trainRows));
  const target = standardOf(customers.transactions, trainRows);
  const width = columns.length;
  const inputs = Float64Array.from(
    { length: customerRows * width },
    (_, i) => standards[i % width]?.values[Math.floor(i / width)] as number,
  );
  return {
    train: { inputs: inputs.slice(0, trainRows * width), targets: target.values.slice(0, trainRows) },
    heldOut: { inputs: inputs.slice(trainRows * width), targets: target.values.slice(trainRows) },
    target,
    row: (cells) => standards.map(({ mean, deviation }, i) => ((cells[i] as number) - mean) / deviation),
  };
}
