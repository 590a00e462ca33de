import { type Constraint, numberOption } from "@neurite/plugin";
import { constant, formatShape, NeuriteError, type Tensor } from "@neurite/tensor";

export interface MonotoneOptions {
  /** The columns of the input, counted from 0, with which the output must not fall. */
  readonly increasing?: readonly number[] | undefined;
  /** The columns with which it must not rise. */
  readonly decreasing?: readonly number[] | undefined;
}

/**
 * Keeps the sign of what chosen inputs add to each unit; all other inputs are free.
 *
 * Formula: after each step `max(w, 0)` in the rows of the increasing inputs, `min(w, 0)` in those of the decreasing ones. Shapes: `weights: [inputs, units]`
 * of `dense`, kept.
 *
 * A whole network never falls (or never rises) with these inputs if its first `dense` has this constraint, every later one has `nonNegative`
 * weights, and all activations are increasing themselves: `linear`, `relu`, `leakyRelu`, `elu`, `selu`, `softplus`, `sigmoid` and `tanh`, but not
 * `gelu` or `silu`, which fall somewhere below 0. `dropout` does no harm, nor does `residual` after the first layer; the normalisations do, since their
 * scales may become negative. With convex activations only, such as `relu` and `softplus`, the network can only curve upwards: mix `tanh` or
 * `sigmoid` in. The weights that a training starts from
 * are put right by its first step; biases need no constraint.
 *
 * Throws `bad-argument` for inputs that are not whole numbers from 0 up or stand in both lists, `bad-shape` for weights without such an input.
 * Source: Archer and Wang, "Application of the back propagation neural network algorithm with monotonicity constraints for two-group classification
 * problems" (1993).
 *
 * @example
 * ```ts
 * import { tanh } from "@neurite/activations";
 * import { dense, monotone, nonNegative } from "@neurite/layers";
 * import { constant, evaluate } from "@neurite/tensor";
 *
 * // the price rises with the area (input 0) and falls with the distance (input 2)
 * const sign = monotone({ increasing: [0], decreasing: [2] });
 * const [kept] = evaluate([sign.apply(constant([[1, -1], [1, -1], [1, -1]]))]);
 * console.log([...kept.data]); // → [ 1, 0, 1, -1, 0, -1 ]
 *
 * const layers = [
 *   dense({ units: 16, activation: tanh, weightsConstraint: sign }),
 *   dense({ units: 1, weightsConstraint: nonNegative }),
 * ];
 * console.log(layers.length); // → 2
 * ```
 */
export function monotone({ increasing = [], decreasing = [] }: MonotoneOptions): Constraint {
  checkInputs("increasing", increasing);
  checkInputs("decreasing", decreasing);
  const both = increasing.find((index) => decreasing.includes(index));
  if (both !== undefined) {
    throw new NeuriteError(
      "bad-argument",
      `monotone: an input should be increasing or decreasing, got ${both} in both lists. Leave it out of one of them.`,
    );
  }
  return {
    kind: "monotone",
    config: { increasing: [...increasing], decreasing: [...decreasing] },
    apply: (next) => {
      const outside = [...increasing, ...decreasing].find((index) => index >= (next.shape[0] ?? 0));
      if (outside !== undefined) {
        throw new NeuriteError(
          "bad-shape",
          `monotone: the weights should have a row for each input, got input ${outside} and weights ${formatShape(next.shape)}. Put it on the first layer, and count inputs from 0.`,
        );
      }
      const raised = rows(increasing, next).where(next.maximum(0), next);
      return rows(decreasing, next).where(raised.minimum(0), raised);
    },
  };
}

/** Whether a row is one of these, along the first axis. */
function rows(inputs: readonly number[], { shape }: Tensor): Tensor {
  const named = new Uint8Array(shape[0] ?? 0);
  for (const index of inputs) named[index] = 1;
  return constant({ shape: [named.length, ...shape.slice(1).map(() => 1)], dtype: "bool", data: named });
}

function checkInputs(name: string, inputs: readonly number[]): void {
  for (const index of inputs) {
    const whole = (n: number) => Number.isSafeInteger(n) && n >= 0;
    numberOption("monotone", name, index, "whole numbers from 0 up", whole);
  }
}
