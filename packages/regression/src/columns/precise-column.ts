/**
 * A column of numbers that may be more precise than float64: the number of row i is `high[i] + low[i]`.
 *
 * `high[i]` is that number rounded to float64; without `low` it is the number itself. Decimal text is read so, and powers
 * and products of columns are formed so.
 */
export interface PreciseColumn {
  readonly high: Float64Array;
  readonly low?: Float64Array | undefined;
  /** Whether the numbers are known not to be rounded, or to be; where nothing is said, their digits tell. */
  readonly exact?: boolean | undefined;
}
