import type { Initializer } from "@neurite/plugin";
import { sizeOf } from "@neurite/tensor";

/**
 * Every number 1: the usual start of a scale.
 *
 * @example
 * ```ts
 * import { ones } from "@neurite/layers";
 * import { seedKey } from "@neurite/tensor";
 *
 * console.log([...ones.sample([2], seedKey(1))]); // → [ 1, 1 ]
 * ```
 */
export const ones: Initializer = { kind: "ones", sample: (shape) => new Float64Array(sizeOf(shape)).fill(1) };
