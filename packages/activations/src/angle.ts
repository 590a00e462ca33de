import type { Tensor } from "@neurite/tensor";
import { finite } from "./finite";

/** `frequency · x` for sine: finite for every finite x, NaN at ±Infinity, where a sine has no limit. */
export function angle(x: Tensor, frequency: number): Tensor {
  if (frequency === 1) return x;
  const product = x.mul(frequency);
  // x - x is 0 for finite x, NaN otherwise
  return Math.abs(frequency) <= 1 ? product : finite(product).add(x.sub(x));
}
