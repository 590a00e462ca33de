import type { Tensor } from "@neurite/tensor";

/** The mean over all axes but the first: `[rows, ...]` gives `[rows]`. */
export function rowMean(x: Tensor): Tensor {
  const axes = x.shape.map((_, axis) => axis).slice(1);
  return axes.length === 0 ? x : x.mean(axes);
}
