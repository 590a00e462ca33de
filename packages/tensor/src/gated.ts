import type { Tensor } from "./tensor";

/** Where a gate has become 0 and 1 to the last bit of float64. */
interface Bounds {
  readonly closed: number;
  readonly open: number;
}

/**
 * x times a gate that goes from 0 to 1, with the limits of the product: 0 at -Infinity, x at Infinity.
 *
 * The gate sees no number beyond the bounds and the product none below, which changes nothing but what would be NaN: -Infinity · 0,
 * and in the gradient Infinity times a slope of 0. Shapes: any, kept; the gate keeps them too.
 *
 * @example
 * ```ts
 * import { constant, evaluate, gated } from "@neurite/tensor";
 *
 * const x = constant([-Infinity, 2, Infinity]);
 * const hard = gated(x, (inner) => inner.add(1).div(2).maximum(0).minimum(1), { closed: -1, open: 1 });
 * console.log([...evaluate([hard])[0].data]); // → [ -0, 2, Infinity ]
 * ```
 */
export function gated(x: Tensor, gate: (inner: Tensor) => Tensor, { closed, open }: Bounds): Tensor {
  const above = x.maximum(closed);
  return x.less(open).where(above.mul(gate(above.minimum(open))), x);
}
