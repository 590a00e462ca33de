import { type AnyLayer, trace } from "@neurite/plugin";
import {
  allocate,
  type Backend,
  type DType,
  type Entry,
  type Executable,
  input,
  sizeOf,
  type Tensor,
  type Type,
  type Value,
} from "@neurite/tensor";
import { rowsOf } from "./data";

/** How many rows are predicted at a time; the rest of the last block is filled up, so that one program serves any number of rows. */
export const blockRows = 256;

/** What prediction needs of a model. */
export interface Predictable {
  readonly network: AnyLayer;
  readonly inputs: readonly Type[];
  readonly dtype: DType;
  readonly weights: ReadonlyMap<string, Value>;
  readonly backend: Backend;
}

/** The state of a network as graph inputs, under the names that a program gives it. */
export function stateTensors(weights: ReadonlyMap<string, Type>): {
  readonly tensors: ReadonlyMap<string, Tensor>;
  readonly state: Readonly<Record<string, Tensor>>;
} {
  const tensors = new Map([...weights].map(([path, type]) => [path, input(path, type)]));
  const named = [...tensors].map(([path, tensor]) => [`model/${path}`, tensor] as const);
  return { tensors, state: Object.fromEntries(named) };
}

/** The entry that answers for a fixed number of rows. */
export function predictEntry(
  { network, inputs: types, dtype }: Pick<Predictable, "network" | "inputs" | "dtype">,
  tensors: ReadonlyMap<string, Tensor>,
  rows: number,
): Entry {
  const inputs = types.map((type, i) => input(`input ${i}`, { shape: [rows, ...type.shape], dtype: type.dtype }));
  const { outputs } = trace(network, inputs, { training: false, dtype, tensors });
  return { inputs: byIndex(inputs), outputs: byIndex(outputs), updates: {} };
}

function byIndex<T>(list: readonly T[]): Readonly<Record<string, T>> {
  return Object.fromEntries(list.map((part, i) => [String(i), part]));
}

/** Answers for any number of rows by running an entry of `size` rows block by block. */
export function predictBlocks(executable: Executable, inputs: readonly Value[], size: number): readonly Value[] {
  const rows = inputs[0]?.shape[0] ?? 0;
  const results: { type: Type; data: Value["data"] }[] = [];
  for (let from = 0; from < Math.max(rows, 1); from += size) {
    const to = Math.min(rows, from + size);
    const block = inputs.map((held) => fill(rowsOf(held, from, to), size));
    const outputs = Object.values(executable.run("predict", byIndex(block)));
    outputs.forEach((out, i) => {
      const type = { shape: [rows, ...out.shape.slice(1)], dtype: out.dtype };
      results[i] ??= { type, data: allocate(out.dtype, sizeOf(type.shape)) };
      const width = sizeOf(out.shape.slice(1));
      results[i].data.set(out.data.subarray(0, (to - from) * width), from * width);
    });
  }
  return results.map(({ type, data }) => ({ ...type, data }));
}

/** A function from input values to output values for any number of rows; programs are compiled when first needed. */
export function createPredictor(model: Predictable): (inputs: readonly Value[]) => readonly Value[] {
  const executables = new Map<number, Executable>();
  const executableFor = (rows: number): Executable => {
    const known = executables.get(rows);
    if (known) return known;
    const { tensors, state } = stateTensors(model.weights);
    const predict = predictEntry(model, tensors, rows);
    const executable = model.backend.compile({ state, entries: { predict } });
    for (const [path, held] of model.weights) executable.write(`model/${path}`, held);
    executables.set(rows, executable);
    return executable;
  };
  return (inputs) => {
    const size = inputs[0]?.shape[0] === 1 ? 1 : blockRows;
    return predictBlocks(executableFor(size), inputs, size);
  };
}

/** The rows followed by rows of zeros. */
function fill(held: Value, rows: number): Value {
  if (held.shape[0] === rows) return held;
  const shape = [rows, ...held.shape.slice(1)];
  const data = allocate(held.dtype, sizeOf(shape));
  data.set(held.data);
  return { shape, dtype: held.dtype, data };
}
