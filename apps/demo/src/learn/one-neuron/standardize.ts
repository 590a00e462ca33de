// Columns about their mean and in units of their spread, both from the training rows: what networks learn from.
import { trainRows } from "../../customers/customers";

export interface Standard {
  readonly mean: number;
  readonly deviation: number;
  /** Every row's value, less the mean, by the deviation. */
  readonly values: Float64Array;
}

export function standardize(column: Float64Array): Standard {
  const known = column.subarray(0, trainRows);
  const mean = known.reduce((sum, value) => sum + value, 0) / trainRows;
  const deviation = Math.sqrt(known.reduce((sum, value) => sum + (value - mean) ** 2, 0) / trainRows);
  return { mean, deviation, values: column.map((value) => (value - mean) / deviation) };
}
