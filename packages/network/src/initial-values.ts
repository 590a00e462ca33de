import type { Trace } from "@neurite/plugin";
import { deriveKey, filled, NeuriteError, seedKey, sizeOf, type Value } from "@neurite/tensor";

/** The first values of all parameters and state: each a function of the seed and its path alone. */
export function initialValues(trace: Trace, seed: number): ReadonlyMap<string, Value> {
  const values = new Map<string, Value>();
  for (const [path, { spec, tensor }] of [...trace.parameters, ...trace.state]) {
    const { shape } = tensor;
    const numbers = spec.initializer.sample(shape, deriveKey(deriveKey(seedKey(seed), "initial"), path));
    if (numbers.length !== sizeOf(shape)) {
      throw new NeuriteError(
        "bad-plugin",
        `${path}: the initializer "${spec.initializer.kind}" should give ${sizeOf(shape)} numbers, got ${numbers.length}. Fill the whole shape.`,
      );
    }
    values.set(path, filled(tensor, numbers));
  }
  return values;
}
