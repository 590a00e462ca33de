import type { Tensor } from "@neurite/tensor";

/** Where a gate has become 0 and 1 to the last bit of float64. */
interface Bounds {
  readonly closed: number;
  readonly open: number;
}

/**
 * x times a gate that goes from 0 to 1.
 *
 * Neither the gate nor the product sees a number beyond the bounds: they would change nothing there, but -Infinity · 0, and Infinity
 * times a slope of 0, are NaN.
 */
export function gated(x: Tensor, gate: (inner: Tensor) => Tensor, { closed, open }: Bounds): Tensor {
  const inner = x.maximum(closed).minimum(open);
  return x.less(open).where(inner.mul(gate(inner)), x);
}
