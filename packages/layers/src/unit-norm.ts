import type { Constraint } from "@neurite/plugin";
import { axisOption, scaledAlong } from "./scaled-along";

export interface UnitNormOptions {
  /** The axis along which the length is taken: 0 unless told otherwise. */
  readonly axis?: number | undefined;
}

/**
 * Every vector of weights of length 1: only its direction is learnt.
 *
 * Formula: `w / ‖w‖` after each step, the norm `√(Σ w²)` along the axis, as in Keras; a vector of zeros has no direction and stays. Shapes: any
 * parameter that has the axis, kept. For `weights` `[inputs, units]` of `dense` axis 0 takes what comes into each unit; for those of
 * `embedding`, `[categories, units]`, axis 1 takes each category's vector.
 * Throws `bad-argument` for an axis that is not whole, `bad-shape` where the parameter has no such axis.
 * Source: Keras, "UnitNorm".
 *
 * @example
 * ```ts
 * import { unitNorm } from "@neurite/layers";
 * import { constant, evaluate } from "@neurite/tensor";
 *
 * const [kept] = evaluate([unitNorm().apply(constant([[3, 0], [4, 0]], "float64"))]);
 * console.log([...kept.data]); // → [ 0.6, 0, 0.8, 0 ]
 * ```
 */
export function unitNorm({ axis = 0 }: UnitNormOptions = {}): Constraint {
  axisOption("unitNorm", axis);
  return {
    kind: "unitNorm",
    config: { axis },
    apply: (next) => {
      const { vectors, squares } = scaledAlong("unitNorm", next, axis);
      return vectors.div(squares.maximum(1).sqrt());
    },
  };
}
