import { allocate, type Executable, sizeOf, type Type, type Value } from "@neurite/tensor";
import { rowsOf } from "./data";

/** How many rows are answered at a time; the rest of the last block is filled up, so that one program serves any number of rows. */
export const blockRows = 256;

/** A list as a record by position, which is how entries name inputs and outputs. */
export function byIndex<T>(list: readonly T[]): Readonly<Record<string, T>> {
  return Object.fromEntries(list.map((part, i) => [String(i), part]));
}

/** Runs an entry of `size` rows block by block over any number of rows, and joins its outputs. */
export function runBlocks(
  executable: Executable,
  entry: string,
  inputs: readonly Value[],
  size: number,
): readonly Value[] {
  const rows = inputs[0]?.shape[0] ?? 0;
  const results: { type: Type; data: Value["data"] }[] = [];
  for (let from = 0; from < Math.max(rows, 1); from += size) {
    const to = Math.min(rows, from + size);
    const block = inputs.map((held) => fill(rowsOf(held, from, to), size));
    const outputs = Object.values(executable.run(entry, byIndex(block)));
    outputs.forEach((out, i) => {
      const type = { shape: [rows, ...out.shape.slice(1)], dtype: out.dtype };
      results[i] ??= { type, data: allocate(out.dtype, sizeOf(type.shape)) };
      const width = sizeOf(out.shape.slice(1));
      results[i].data.set(out.data.subarray(0, (to - from) * width), from * width);
    });
  }
  return results.map(({ type, data }) => ({ ...type, data }));
}

/** The rows followed by rows of zeros. */
function fill(held: Value, rows: number): Value {
  if (held.shape[0] === rows) return held;
  const shape = [rows, ...held.shape.slice(1)];
  const data = allocate(held.dtype, sizeOf(shape));
  data.set(held.data);
  return { shape, dtype: held.dtype, data };
}
