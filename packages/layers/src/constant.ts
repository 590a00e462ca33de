import { type Initializer, numberOption } from "@neurite/plugin";
import { sizeOf } from "@neurite/tensor";

/**
 * Every number the same.
 *
 * Throws `bad-argument` for a value that is not finite.
 *
 * @example
 * ```ts
 * import { constant } from "@neurite/layers";
 * import { seedKey } from "@neurite/tensor";
 *
 * console.log([...constant(0.5).sample([2], seedKey(1))]); // → [ 0.5, 0.5 ]
 * ```
 */
export function constant(value: number): Initializer {
  numberOption("constant", "value", value);
  return { kind: "constant", config: { value }, sample: (shape) => new Float64Array(sizeOf(shape)).fill(value) };
}
