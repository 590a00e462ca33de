import type { Tensor } from "@neurite/tensor";

/** The last axis times weights `[inputs, units]`, as one flat matrix product: with more axes matmul would repeat the weights for each row. */
export function rowsTimes(x: Tensor, weights: Tensor): Tensor {
  if (x.shape.length === 2) return x.matmul(weights);
  const flat = x.reshape([sizeBefore(x), ...weights.shape.slice(0, 1)]);
  return flat.matmul(weights).reshape([...x.shape.slice(0, -1), ...weights.shape.slice(1)]);
}

/** How many vectors the last axis holds; reshape follows the rows in it. */
function sizeBefore(x: Tensor): number {
  return x.shape.slice(0, -1).reduce((size, side) => size * side, 1);
}
