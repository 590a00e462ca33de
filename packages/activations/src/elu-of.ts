import { expm1, greater, type Tensor } from "@neurite/tensor";

/**
 * x above 0, `alpha · (e^(x / width) - 1)` below.
 *
 * The exponential sees no positive x: it would overflow, and 0 · Infinity in its gradient is NaN.
 */
export function eluOf(x: Tensor, alpha: number, width = 1): Tensor {
  const positive = greater(x, 0);
  const negative = positive.where(0, x);
  const below = expm1(width === 1 ? negative : negative.div(width));
  return positive.where(x, alpha === 1 ? below : below.mul(alpha));
}
