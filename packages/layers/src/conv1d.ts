import type { Layer } from "@neurite/plugin";
import { type ConvolutionOptions, convolution } from "./convolution";

export interface Conv1dOptions extends ConvolutionOptions<number> {}

/**
 * Filters that move along a sequence: each looks at a few neighbouring steps at a time, with the same weights everywhere.
 *
 * Formula: `y[t, f] = activation(Σ x[t · stride + k · dilation - padding, c] · weights[k, c, f] + bias[f])`, over `k` and the channels `c` of
 * the filter's group (a cross-correlation, as in every library). Shapes: input `[rows, length, channels]`, output
 * `[rows, ⌊(length + 2 · padding - dilation · (kernelSize - 1) - 1) / stride⌋ + 1, filters]`; parameters
 * `weights: [kernelSize, channels / groups, filters]` and `bias: [filters]`, as in Keras. PyTorch keeps `x: [rows, channels, length]` and
 * `weight: [filters, channels / groups, kernelSize]`: transpose both.
 * Throws `bad-argument` for sizes that are not whole numbers or groups that do not divide channels and filters, `bad-shape` for an input of
 * other than three axes or shorter than one window.
 * Source: Waibel, Hanazawa, Hinton, Shikano and Lang, "Phoneme recognition using time-delay neural networks" (1989).
 *
 * @example
 * ```ts
 * import { relu } from "@neurite/activations";
 * import { conv1d } from "@neurite/layers";
 * import { trace } from "@neurite/plugin";
 * import { input } from "@neurite/tensor";
 *
 * const layer = conv1d({ filters: 8, kernelSize: 3, padding: "same", activation: relu });
 * const months = input("months", { shape: [5, 12, 2], dtype: "float32" });
 * const [output] = trace(layer, [months], { training: false, dtype: "float32" }).outputs;
 * console.log(output.shape); // → [ 5, 12, 8 ]
 * ```
 */
export function conv1d(options: Conv1dOptions): Layer {
  return convolution("conv1d", 1, options);
}
