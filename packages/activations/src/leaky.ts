import { greater, type Operand, type Tensor } from "@neurite/tensor";

/** x above 0, `slope · x` below. */
export function leaky(x: Tensor, slope: Operand): Tensor {
  // with a slope of 0 the product would be NaN at -Infinity
  if (slope === 0) return x.maximum(0);
  const positive = greater(x, 0);
  // the product sees no positive x: the gradient of a trained slope would be 0 · Infinity at Infinity
  return positive.where(x, positive.where(0, x).mul(slope));
}
