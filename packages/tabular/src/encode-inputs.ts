import { encodeColumn, encodeIndices } from "./encode-column";
import type { InputEncoder } from "./encoder";
import { embeddedOf, featuresOf, featuresOfInput, isEmbedded } from "./features";
import { missingColumn } from "./table";
import type { TypedColumn } from "./typed-column";

/** A table as a network takes it; both matrices row by row. */
export interface EncodedInputs {
  readonly rows: number;
  /** `[rows, featuresOf(inputs).length]` */
  readonly features: Float32Array;
  /** `[rows, embeddedOf(inputs).length]` */
  readonly indices: Int32Array;
}

/**
 * Encodes rows of columns that were read with the encoder's kinds; found by name, in any order.
 *
 * output: `features [rows, features]`, `indices [rows, embedded categories]`
 */
export function encodeInputs(
  inputs: readonly InputEncoder[],
  columns: readonly TypedColumn[],
  rows: Int32Array,
): EncodedInputs {
  const byName = new Map(columns.map((column) => [column.name, column]));
  const width = featuresOf(inputs).length;
  const embedded = embeddedOf(inputs).length;
  const features = new Float32Array(rows.length * width);
  const indices = new Int32Array(rows.length * embedded);
  let feature = 0;
  let index = 0;
  for (const input of inputs) {
    if (isUnused(input)) continue;
    const column = byName.get(input.column);
    if (column === undefined) throw missingColumn(input.column, columns);
    if (isEmbedded(input)) {
      const values = encodeIndices(input, column, rows);
      for (let i = 0; i < values.length; i++) indices[i * embedded + index] = values[i] as number;
      index++;
      continue;
    }
    for (const values of encodeColumn(input, column, rows)) {
      for (let i = 0; i < values.length; i++) features[i * width + feature] = values[i] as number;
      feature++;
    }
  }
  return { rows: rows.length, features, indices };
}

/** Whether a column had no variation in the training rows, so that it gives no features and need not be there. */
export function isUnused(input: InputEncoder): boolean {
  return !isEmbedded(input) && featuresOfInput(input).length === 0;
}

/** All rows of a table: 0, 1, 2 … */
export function allRows(count: number): Int32Array {
  return Int32Array.from({ length: count }, (_, row) => row);
}
