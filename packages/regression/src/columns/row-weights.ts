// Row weights and what they mean for a fit: rows of weight 0 take no part, not even in the number of rows.
import { NeuriteError } from "@neurite/tensor";
import { type ColumnValues, readColumn } from "./columns";

/** The rows that count, with their weights divided by a power of two so that squares neither overflow nor vanish. */
export interface WeightedRows {
  /** How many rows count. */
  readonly rows: number;
  /** Undefined when every row counts once. */
  readonly weights: Float64Array | undefined;
  /** The weights of the rows that count as they were given. */
  readonly given: Float64Array | undefined;
  /** What the weights were divided by. */
  readonly unit: number;
  /** Where the row at this place among those that count stands among all. */
  readonly placeOf: (at: number) => number;
  /** Leaves out what stands in rows that do not count. */
  readonly take: <T extends Float64Array | Int32Array>(perRow: T) => T;
}

/** Checks the weights of so many rows and finds the rows whose weight is above 0. */
export function weighRows(rows: number, weights: ColumnValues | undefined, subject: string): WeightedRows {
  if (weights === undefined) {
    return { rows, weights: undefined, given: undefined, unit: 1, placeOf: (at) => at, take: (perRow) => perRow };
  }
  const read = readColumn(weights, `${subject}: "weights"`).high;
  if (read.length !== rows) {
    throw new NeuriteError(
      "bad-data",
      `${subject}: "weights" should have one number for each of the ${rows} rows, got ${read.length}. Pass as many weights as rows.`,
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
  const counts = (_: number, row: number) => (read[row] as number) > 0;
  const counting = read.filter(counts);
  const places = Int32Array.from(read.keys()).filter((row) => counts(0, row));
  return {
    rows: counting.length,
    weights: counting.map((weight) => weight / unit),
    given: counting,
    unit,
    placeOf: (at) => places[at] as number,
    take: (perRow) => (counting.length === rows ? perRow : (perRow.filter(counts) as typeof perRow)),
  };
}
