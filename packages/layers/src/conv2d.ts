import type { Layer } from "@neurite/plugin";
import { type ConvolutionOptions, convolution } from "./convolution";

export interface Conv2dOptions extends ConvolutionOptions<number | readonly [height: number, width: number]> {}

/**
 * Filters that move over a plane: each looks at a small patch at a time, with the same weights everywhere.
 *
 * Formula: that of `conv1d`, summed over both axes of the patch; a single number means the same for height and width.
 * Shapes: input `[rows, height, width, channels]`, output `[rows, ⌊(height + 2 · padding - dilation · (kernelSize - 1) - 1) / stride⌋ + 1,
 * the same of the width, filters]`; parameters `weights: [kernelHeight, kernelWidth, channels / groups, filters]` and `bias: [filters]`, as in
 * Keras. PyTorch keeps `x: [rows, channels, height, width]` and `weight: [filters, channels / groups, kernelHeight, kernelWidth]`:
 * transpose both. With as many groups as channels it is a depthwise convolution.
 * Throws `bad-argument` for sizes that are not whole numbers or groups that do not divide channels and filters, `bad-shape` for an input of
 * other than four axes or smaller than one patch.
 * Source: LeCun, Bottou, Bengio and Haffner, "Gradient-based learning applied to document recognition" (1998).
 *
 * @example
 * ```ts
 * import { conv2d } from "@neurite/layers";
 * import { trace } from "@neurite/plugin";
 * import { input } from "@neurite/tensor";
 *
 * const layer = conv2d({ filters: 4, kernelSize: [3, 5], stride: 2, padding: [1, 2] });
 * const pictures = input("pictures", { shape: [5, 28, 28, 1], dtype: "float32" });
 * const [output] = trace(layer, [pictures], { training: false, dtype: "float32" }).outputs;
 * console.log(output.shape); // → [ 5, 14, 14, 4 ]
 * ```
 */
export function conv2d(options: Conv2dOptions): Layer {
  return convolution("conv2d", 2, options);
}
