import { type Layer, numberOption } from "@neurite/plugin";
import { concat, formatShape, NeuriteError, type Tensor } from "@neurite/tensor";

export interface ConcatenateOptions {
  /** The axis along which the inputs follow each other: the last unless told otherwise. */
  readonly axis?: number | undefined;
}

/**
 * Its inputs side by side.
 *
 * Shapes: one input or more, equal but for one axis, whose sizes add up: `[rows, a]` and `[rows, b]` give `[rows, a + b]`.
 * Throws `bad-argument` for no inputs or an axis that is no whole number, `bad-shape` for axis 0, which holds the rows, and for inputs
 * that do not fit.
 *
 * @example
 * ```ts
 * import { concatenate } from "@neurite/layers";
 * import { trace } from "@neurite/plugin";
 * import { constant, evaluate } from "@neurite/tensor";
 *
 * const parts = [constant([[1], [2]]), constant([[3, 4], [5, 6]])];
 * const [output] = trace(concatenate(), parts, { training: false, dtype: "float32" }).outputs;
 * console.log([...evaluate([output])[0].data]); // → [ 1, 3, 4, 2, 5, 6 ]
 * ```
 */
export function concatenate({ axis = -1 }: ConcatenateOptions = {}): Layer<readonly Tensor[]> {
  numberOption("concatenate", "axis", axis, "a whole number", Number.isInteger);
  return {
    kind: "concatenate",
    config: { axis },
    arity: "any",
    apply: (inputs) => {
      const [first] = inputs;
      if (!first) {
        throw new NeuriteError(
          "bad-argument",
          "concatenate: expected one input or more, got 0. Connect it to the layers whose outputs it joins.",
        );
      }
      const rank = first.shape.length;
      const at = axis < 0 ? axis + rank : axis;
      if (at <= 0 || at >= rank) {
        throw new NeuriteError(
          "bad-shape",
          `concatenate: "axis" should name an axis after the rows (1 to ${rank - 1}), got ${axis} for inputs of shape ${formatShape(first.shape)}. Use another axis, or reshape the inputs.`,
        );
      }
      return concat(inputs, at);
    },
  };
}
