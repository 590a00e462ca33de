import { type Entry, type Executable, sizeOf, type Type, type Value, zeros } from "@neurite/tensor";
import { rowsOf } from "./data";

/** How many rows are answered at a time; the rest of the last block is filled up, so that one program serves any number of rows. */
export const blockRows = 256;

/** A list as a record by position, which is how entries name inputs and outputs. */
export function byIndex<T>(list: readonly T[]): Readonly<Record<string, T>> {
  return Object.fromEntries(list.map((part, i) => [String(i), part]));
}

/** Answers an entry's inputs for any number of rows. */
export type BlockRunner = (inputs: readonly Value[]) => readonly Value[];

/**
 * A function that runs an entry block by block over any number of rows, and joins its outputs.
 *
 * An entry of one input and one output reads and writes the whole arrays where they are; only a last block that is not full is copied.
 */
export function blockRunner(executable: Executable, name: string, entry: Entry): BlockRunner {
  const [takes, ...furtherInputs] = Object.values(entry.inputs);
  const gives = Object.values(entry.outputs);
  const [answer] = gives;
  const size = takes?.shape[0] ?? 1;
  if (takes && answer && furtherInputs.length === 0 && gives.length === 1) {
    const fill = executable.bind(name);
    return ([given]) => (given ? [runInPlace(fill, given, takes, answer)] : []);
  }
  return (inputs) => {
    const rows = inputs[0]?.shape[0] ?? 0;
    const results = gives.map((type) => zeroRows(type, rows));
    for (let from = 0; from < rows; from += size) {
      const to = Math.min(rows, from + size);
      const block = inputs.map((held) => padded(rowsOf(held, from, to), size));
      const outputs = executable.run(name, byIndex(block));
      results.forEach(({ shape, data }, i) => {
        const width = sizeOf(shape.slice(1));
        data.set(outputs[i]?.data.subarray(0, (to - from) * width) ?? [], from * width);
      });
    }
    return results;
  };
}

/** Blocks as views of the whole arrays. */
function runInPlace(fill: ReturnType<Executable["bind"]>, given: Value, takes: Type, gives: Type): Value {
  const rows = given.shape[0] ?? 0;
  const size = takes.shape[0] ?? 1;
  const result = zeroRows(gives, rows);
  const [from, to] = [given.data, result.data];
  const [width, answerWidth] = [sizeOf(takes.shape.slice(1)), sizeOf(gives.shape.slice(1))];
  const full = rows - (rows % size);
  for (let row = 0; row < full; row += size) {
    const end = row + size;
    fill(from.subarray(row * width, end * width), to.subarray(row * answerWidth, end * answerWidth));
  }
  if (full < rows) {
    const block = zeroRows(gives, size).data;
    fill(padded(rowsOf(given, full, rows), size).data, block);
    to.set(block.subarray(0, (rows - full) * answerWidth), full * answerWidth);
  }
  return result;
}

/** Zeros for so many rows, each like a row of `type`. */
function zeroRows(type: Type, rows: number): Value {
  return zeros({ shape: [rows, ...type.shape.slice(1)], dtype: type.dtype });
}

/** The rows followed by rows of zeros. */
function padded(held: Value, rows: number): Value {
  if (held.shape[0] === rows) return held;
  const full = zeroRows(held, rows);
  full.data.set(held.data);
  return full;
}
