import type { Tensor } from "@neurite/tensor";
import { largest } from "./largest";

/** Infinity as the largest finite number, so that softmax has its limit (1 there, 0 elsewhere) where a sum overflowed, and not NaN. */
export function belowInfinity(x: Tensor): Tensor {
  return x.minimum(largest(x));
}
