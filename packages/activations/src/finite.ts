import type { Tensor } from "@neurite/tensor";
import { belowInfinity } from "./below-infinity";
import { largest } from "./largest";

/** ±Infinity as the largest finite numbers, with the gradient 0 there: for what would be Infinity / Infinity, or the sine of Infinity. */
export function finite(x: Tensor): Tensor {
  return belowInfinity(x).maximum(-largest(x));
}
