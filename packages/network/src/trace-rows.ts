import { type AnyLayer, type Trace, trace } from "@neurite/plugin";
import { type DType, input, type Tensor, type Type } from "@neurite/tensor";

/** Applies a network to stand-ins for `rows` rows. */
export function traceRows(
  network: AnyLayer,
  inputs: readonly Type[],
  dtype: DType,
  rows: number,
): { readonly traced: Trace; readonly inputs: readonly Tensor[] } {
  const stands = inputs.map((type, i) => input(`input ${i}`, { shape: [rows, ...type.shape], dtype: type.dtype }));
  return { traced: trace(network, stands, { training: false, dtype }), inputs: stands };
}
