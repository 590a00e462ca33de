/** Some rows with what is to be predicted for each, in plain arrays, so that a worker can be sent them. */
export interface Rows {
  /** Row after row: `[rows, inputs]`. */
  readonly inputs: Float64Array;
  /** One for each row. */
  readonly targets: Float64Array;
}
