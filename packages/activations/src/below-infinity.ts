import type { Tensor } from "@neurite/tensor";

/** Infinity as the largest finite number, so that softmax has its limit (1 there, 0 elsewhere) where a sum overflowed, and not NaN. */
export function belowInfinity(x: Tensor): Tensor {
  return x.minimum(x.dtype === "float32" ? 3.4028234663852886e38 : Number.MAX_VALUE);
}
