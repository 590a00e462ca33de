// Tensors out of tensors, on a backend.
import type { Backend, Tensor, Value } from "@neurite/tensor";

/** A symbol with the value that it stands for. */
export interface Held {
  readonly tensor: Tensor;
  readonly value: Value;
}

/** The values of some tensors, by name. */
export function runGraph(
  backend: Backend,
  held: readonly Held[],
  outputs: Readonly<Record<string, Tensor>>,
): Readonly<Record<string, Value>> {
  const named = held.map(({ tensor, value }, i) => [`symbol ${i}`, tensor, value] as const);
  const entry = { inputs: Object.fromEntries(named), outputs, updates: {} };
  const values = Object.fromEntries(named.map(([name, , value]) => [name, value]));
  return backend.compile({ state: {}, entries: { run: entry } }).run("run", values);
}
