import type { Layer } from "@neurite/plugin";
import { formatShape, NeuriteError, type Tensor } from "@neurite/tensor";

/**
 * The sum of its inputs.
 *
 * Formula: `a + b + ...`. Shapes: two inputs or more with equally many axes, where a size of 1 stretches to the others' size.
 * Throws `bad-argument` for fewer than two inputs, `bad-shape` for inputs that do not fit.
 *
 * @example
 * ```ts
 * import { add } from "@neurite/layers";
 * import { trace } from "@neurite/plugin";
 * import { constant, evaluate } from "@neurite/tensor";
 *
 * const [output] = trace(add(), [constant([[1, 2]]), constant([[3, 4]])], { training: false, dtype: "float32" }).outputs;
 * console.log([...evaluate([output])[0].data]); // → [ 4, 6 ]
 * ```
 */
export function add(): Layer<readonly Tensor[]> {
  return {
    kind: "add",
    arity: "any",
    apply: ([first, ...rest]) => {
      if (!first || rest.length === 0) {
        const count = first ? 1 : 0;
        throw new NeuriteError(
          "bad-argument",
          `add: expected two inputs or more, got ${count}. Connect it to the layers whose outputs it adds.`,
        );
      }
      for (const other of rest) {
        // shapes of different ranks would be aligned at the last axis, so rows could meet columns
        if (other.shape.length !== first.shape.length) {
          throw new NeuriteError(
            "bad-shape",
            `add: the inputs should have equally many axes, got ${formatShape(first.shape)} and ${formatShape(other.shape)}. Reshape one of them.`,
          );
        }
      }
      return rest.reduce((sum, other) => sum.add(other), first);
    },
  };
}
