import type { Tensor } from "@neurite/tensor";

/** Where a gate has become 0 and 1 to the last bit of float64. */
interface Bounds {
  readonly closed: number;
  readonly open: number;
}

/**
 * x times a gate that goes from 0 to 1.
 *
 * The gate sees no number beyond the bounds and the product none below, which changes nothing but what would be NaN: -Infinity · 0,
 * and in the gradient Infinity times a slope of 0.
 */
export function gated(x: Tensor, gate: (inner: Tensor) => Tensor, { closed, open }: Bounds): Tensor {
  const above = x.maximum(closed);
  return x.less(open).where(above.mul(gate(above.minimum(open))), x);
}
