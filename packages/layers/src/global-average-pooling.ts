import type { Layer } from "@neurite/plugin";
import { middleAxes } from "./middle-axes";

/**
 * The mean of each channel over a whole sequence or plane.
 *
 * Formula: the mean over all axes between the rows and the channels. Shapes: input `[rows, ..., channels]`, output `[rows, channels]`.
 * Throws `bad-shape` for an input of fewer than three axes.
 * Source: Lin, Chen and Yan, "Network in network" (2014).
 *
 * @example
 * ```ts
 * import { globalAveragePooling } from "@neurite/layers";
 * import { trace } from "@neurite/plugin";
 * import { constant, evaluate } from "@neurite/tensor";
 *
 * const sequence = constant([[[1, 10], [3, 20]]]); // one row, two steps, two channels
 * const [output] = trace(globalAveragePooling(), [sequence], { training: false, dtype: "float32" }).outputs;
 * console.log([...evaluate([output])[0].data]); // → [ 2, 15 ]
 * ```
 */
export function globalAveragePooling(): Layer {
  return { kind: "globalAveragePooling", apply: ([x]) => x.mean(middleAxes("globalAveragePooling", x)) };
}
