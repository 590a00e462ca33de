import type { RowShape } from "@neurite/network";
import type { Value } from "@neurite/tensor";
import { type EncodedInputs, encodeInputs } from "./encode-inputs";
import type { InputEncoder } from "./encoder";
import { embeddedOf, featuresOf } from "./features";
import type { TypedColumn } from "./typed-column";

/** What one row of each input of the network looks like: the features, then an index for each embedded category. */
export function inputShapes(inputs: readonly InputEncoder[]): readonly RowShape[] {
  return [[featuresOf(inputs).length], ...embeddedOf(inputs).map(() => ({ shape: [1], dtype: "int32" }) as const)];
}

/** Rows of a table as the network takes them: features `[rows, features]`, then int32 `[rows, 1]` for each embedded category. */
export function networkInputs(
  inputs: readonly InputEncoder[],
  columns: readonly TypedColumn[],
  rows: Int32Array,
): readonly Value[] {
  return asValues(encodeInputs(inputs, columns, rows), featuresOf(inputs).length, embeddedOf(inputs).length);
}

function asValues({ rows, features, indices }: EncodedInputs, width: number, embedded: number): readonly Value[] {
  const categories = Array.from({ length: embedded }, (_, at): Value => {
    const data = new Int32Array(rows);
    for (let row = 0; row < rows; row++) data[row] = indices[row * embedded + at] as number;
    return { shape: [rows, 1], dtype: "int32", data };
  });
  return [{ shape: [rows, width], dtype: "float32", data: features }, ...categories];
}
