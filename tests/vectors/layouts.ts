// PyTorch's order of axes and neurite's: there the channels come second, here last.
import type { Tensor } from "@neurite/tensor";

/** `[rows, channels, ...]` to `[rows, ..., channels]`. */
export function channelsLast(x: Tensor): Tensor {
  const axes = x.shape.map((_, axis) => axis);
  return x.transpose([...axes.slice(0, 1), ...axes.slice(2), ...axes.slice(1, 2)]);
}

/** The other way round. */
export function channelsSecond(x: Tensor): Tensor {
  const axes = x.shape.map((_, axis) => axis);
  return x.transpose([...axes.slice(0, 1), ...axes.slice(-1), ...axes.slice(1, -1)]);
}

/** `[filters, channels / groups, ...kernelSize]` to `[...kernelSize, channels / groups, filters]`. */
export function kernelLast(weight: Tensor): Tensor {
  const axes = weight.shape.map((_, axis) => axis);
  return weight.transpose([...axes.slice(2), 1, 0]);
}
