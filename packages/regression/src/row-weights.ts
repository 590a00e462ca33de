// Row weights and what they mean for a fit: rows of weight 0 take no part, not even in the number of rows.
import { NeuriteError } from "@neurite/tensor";
import { type ColumnValues, readColumn, type Table } from "./columns";

/** The rows that count, with their weights divided by a power of two so that squares neither overflow nor vanish. */
export interface WeightedRows<T> {
  readonly table: Table;
  readonly target: T;
  /** Undefined when every row counts once. */
  readonly weights: Float64Array | undefined;
  /** What the weights were divided by. */
  readonly unit: number;
}

/** Something with one entry a row that can be thinned out. */
interface PerRow {
  readonly length: number;
  filter(keep: (value: number, row: number) => boolean): PerRow;
}

/** Checks the weights and leaves out the rows whose weight is 0. */
export function weighRows<T extends PerRow>(
  table: Table,
  target: T,
  weights: ColumnValues | undefined,
  subject: string,
): WeightedRows<T> {
  if (weights === undefined) return { table, target, weights: undefined, unit: 1 };
  const read = readColumn(weights, `${subject}: "weights"`);
  if (read.length !== target.length) {
    throw new NeuriteError(
      "bad-data",
      `${subject}: "weights" should have one number for each of the ${target.length} rows, got ${read.length}. Pass as many weights as rows.`,
    );
  }
  let largest = 0;
  for (const [row, weight] of read.entries()) {
    if (weight < 0) {
      throw new NeuriteError(
        "bad-data",
        `${subject}: "weights" should be 0 or more, got ${weight} in row ${row} (counted from 0). Leave the row out or give it weight 0.`,
      );
    }
    largest = Math.max(largest, weight);
  }
  if (largest === 0) {
    throw new NeuriteError(
      "bad-data",
      `${subject}: at least one of the ${read.length} weights should be above 0, got only zeros. Give the rows that count a weight.`,
    );
  }
  const unit = 2 ** Math.min(1023, Math.floor(Math.log2(largest)));
  const keep = (_: number, row: number) => (read[row] as number) > 0;
  const counting = read.filter(keep);
  const scaled = counting.map((weight) => weight / unit);
  if (counting.length === read.length) return { table, target, weights: scaled, unit };
  const values = table.values.map((column) => column.filter(keep));
  return {
    table: { rows: counting.length, names: table.names, values },
    target: target.filter(keep) as T,
    weights: scaled,
    unit,
  };
}
