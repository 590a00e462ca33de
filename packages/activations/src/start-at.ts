import type { Initializer } from "@neurite/plugin";
import { sizeOf } from "@neurite/tensor";

/** What trained numbers of activations start from: one number everywhere. */
export function startAt(value: number): Initializer {
  return { kind: "constant", config: { value }, sample: (shape) => new Float64Array(sizeOf(shape)).fill(value) };
}
