import { type Constraint, numberOption } from "@neurite/plugin";
import { constant } from "@neurite/tensor";
import { axisOption, scaledAlong } from "./scaled-along";

export interface MaxNormOptions {
  /** The greatest length, from 1e-30 to 1e30: 2 unless told otherwise. */
  readonly max?: number | undefined;
  /** The axis along which the length is taken: 0 unless told otherwise. */
  readonly axis?: number | undefined;
}

/**
 * No vector of weights longer than `max`: what is, is shortened after each step, and keeps its direction.
 *
 * Formula: `w · max / max(max, ‖w‖)`, the norm `√(Σ w²)` along the axis, as in Keras. Shapes: any parameter that has the axis, kept. For `weights`
 * `[inputs, units]` of `dense` axis 0 bounds what comes into each unit; for those of `embedding`, `[categories, units]`, axis 1 bounds each
 * category's vector. Weights of 0 stay.
 * Throws `bad-argument` for a max outside 1e-30 to 1e30 or an axis that is not whole, `bad-shape` where the parameter has no such axis.
 * Source: Srivastava, Hinton, Krizhevsky, Sutskever and Salakhutdinov, "Dropout: a simple way to prevent neural networks from overfitting" (2014).
 *
 * @example
 * ```ts
 * import { maxNorm } from "@neurite/layers";
 * import { constant, evaluate } from "@neurite/tensor";
 *
 * // the columns have the lengths 10 and 1
 * const [kept] = evaluate([maxNorm({ max: 5 }).apply(constant([[6, 1], [8, 0]]))]);
 * console.log([...kept.data]); // → [ 3, 1, 4, 0 ]
 * ```
 */
export function maxNorm({ max = 2, axis = 0 }: MaxNormOptions = {}): Constraint {
  numberOption("maxNorm", "max", max, "a number from 1e-30 to 1e30", (x) => x >= 1e-30 && x <= 1e30);
  axisOption("maxNorm", axis);
  return {
    kind: "maxNorm",
    config: { max, axis },
    apply: (next) => {
      const { largest, squares } = scaledAlong("maxNorm", next, axis);
      // for a vector that is short enough the quotient is exactly 1
      return next.mul(constant(max, next.dtype).div(largest.mul(squares.sqrt()).maximum(max)));
    },
  };
}
