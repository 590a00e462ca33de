import { type Activation, numberOption } from "@neurite/plugin";
import { constant, greater } from "@neurite/tensor";

export interface SquareplusOptions {
  /** The larger, the wider the bend; 0 would be relu: 4 unless told otherwise. */
  readonly b?: number | undefined;
}

/**
 * A smooth relu without an exponential, above 0 everywhere.
 *
 * Formula: `f(x) = ½ (x + √(x² + b))`, written as `h = ½ (|x| + √(x² + b))` for positive x and `b / (4h)` for the others, in which nothing
 * cancels. Shapes: any, kept. Throws `bad-argument` for a b that is not finite and above 0.
 * Source: Barron, "Squareplus: a softplus-like algebraic rectifier" (2021).
 *
 * @example
 * ```ts
 * import { squareplus } from "@neurite/activations";
 *
 * console.log(squareplus().config); // → { b: 4 }
 * ```
 */
export function squareplus({ b = 4 }: SquareplusOptions = {}): Activation {
  numberOption("squareplus", "b", b, "a number above 0", (x) => x > 0);
  const far = 1e9 * (1 + b); // b is beyond the last bit of x² from here on, and x² still fits float32
  return {
    kind: "squareplus",
    config: { b },
    apply: (x) => {
      const positive = greater(x, 0);
      // |x| by a choice: the gradient of abs at 0 is 0, and would make that of squareplus 0 as well
      const size = positive.where(x, x.neg());
      const near = size.minimum(far);
      const root = size.less(far).where(near.mul(near).add(b).sqrt(), size);
      const half = size.mul(0.5).add(root.mul(0.5));
      return positive.where(half, constant(b / 4, x.dtype).div(half));
    },
  };
}
