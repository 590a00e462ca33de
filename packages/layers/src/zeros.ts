import type { Initializer } from "@neurite/plugin";
import { sizeOf } from "@neurite/tensor";

/**
 * Every number 0: the usual start of a bias.
 *
 * @example
 * ```ts
 * import { zeros } from "@neurite/layers";
 * import { seedKey } from "@neurite/tensor";
 *
 * console.log([...zeros.sample([2], seedKey(1))]); // → [ 0, 0 ]
 * ```
 */
export const zeros: Initializer = { kind: "zeros", sample: (shape) => new Float64Array(sizeOf(shape)) };
