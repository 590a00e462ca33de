import { type AnyLayer, type Trace, trace } from "@neurite/plugin";
import { type DType, input, type Tensor, type Type } from "@neurite/tensor";

/** Graph inputs for `rows` rows of each type. */
export function rowInputs(what: string, types: readonly Type[], rows: number): readonly Tensor[] {
  return types.map(({ shape, dtype }, i) => input(`${what} ${i}`, { shape: [rows, ...shape], dtype }));
}

/** Applies a network to stand-ins for `rows` rows. */
export function traceRows(
  network: AnyLayer,
  types: readonly Type[],
  dtype: DType,
  rows: number,
): { readonly traced: Trace; readonly inputs: readonly Tensor[] } {
  const inputs = rowInputs("input", types, rows);
  return { traced: trace(network, inputs, { training: false, dtype }), inputs };
}
