/** A column about its mean and in units of its spread, as networks learn it best. */
export interface Standard {
  readonly mean: number;
  readonly deviation: number;
  /** Every row's number, less the mean, by the deviation. */
  readonly values: Float64Array;
}

/** Mean and standard deviation (of these rows, so over n) are those of the first `learnt` rows; where these are all alike, the deviation is 1. */
export function standardOf(column: Float64Array, learnt: number): Standard {
  const known = column.subarray(0, learnt);
  const mean = known.reduce((sum, x) => sum + x, 0) / learnt;
  const spread = Math.sqrt(known.reduce((sum, x) => sum + (x - mean) ** 2, 0) / learnt);
  const deviation = spread > 0 ? spread : 1;
  return { mean, deviation, values: column.map((x) => (x - mean) / deviation) };
}
