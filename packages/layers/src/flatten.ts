import type { Layer } from "@neurite/plugin";
import { sizeOf } from "@neurite/tensor";

/**
 * All numbers of a row as one vector.
 *
 * Shapes: input `[rows, a, b, ...]`, output `[rows, a · b · ...]`; `[rows]` becomes `[rows, 1]`.
 *
 * @example
 * ```ts
 * import { flatten } from "@neurite/layers";
 * import { trace } from "@neurite/plugin";
 * import { input } from "@neurite/tensor";
 *
 * const x = input("x", { shape: [7, 4, 5], dtype: "float32" });
 * const [output] = trace(flatten(), [x], { training: false, dtype: "float32" }).outputs;
 * console.log(output.shape); // → [ 7, 20 ]
 * ```
 */
export function flatten(): Layer {
  return {
    kind: "flatten",
    apply: ([x]) => x.reshape([...x.shape.slice(0, 1), sizeOf(x.shape.slice(1))]),
  };
}
