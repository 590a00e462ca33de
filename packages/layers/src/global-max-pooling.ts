import type { Layer } from "@neurite/plugin";
import { middleAxes } from "./middle-axes";

/**
 * The largest number of each channel over a whole sequence or plane.
 *
 * Formula: the largest over all axes between the rows and the channels. Shapes: input `[rows, ..., channels]`, output `[rows, channels]`.
 * Throws `bad-shape` for an input of fewer than three axes.
 * Source: Lin, Chen and Yan, "Network in network" (2014).
 *
 * @example
 * ```ts
 * import { globalMaxPooling } from "@neurite/layers";
 * import { trace } from "@neurite/plugin";
 * import { constant, evaluate } from "@neurite/tensor";
 *
 * const sequence = constant([[[1, 10], [3, 20]]]); // one row, two steps, two channels
 * const [output] = trace(globalMaxPooling(), [sequence], { training: false, dtype: "float32" }).outputs;
 * console.log([...evaluate([output])[0].data]); // → [ 3, 20 ]
 * ```
 */
export function globalMaxPooling(): Layer {
  return { kind: "globalMaxPooling", apply: ([x]) => x.max(middleAxes("globalMaxPooling", x)) };
}
