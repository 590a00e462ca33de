import type { Layer } from "@neurite/plugin";
import { largest, type PoolingOptions, pooling } from "./pooling";

export interface MaxPooling1dOptions extends PoolingOptions<number> {}

/**
 * The largest of neighbouring steps of a sequence, channel by channel.
 *
 * Formula: the largest over the positions of each window that lie inside the input, whatever the padding. Of equal ones each gets its share of
 * the gradient, where PyTorch gives all of it to the first.
 * Shapes: input `[rows, length, channels]`, output `[rows, windows, channels]` with
 * `⌊(length + 2 · padding - kernelSize) / stride⌋ + 1` windows along an axis. PyTorch keeps `[rows, channels, length]`: transpose it.
 * Throws `bad-argument` for sizes that are not whole numbers or a padding of more than half a window, `bad-shape` for an input of other than
 * three axes or smaller than one window.
 * Source: Yamaguchi, Sakamoto, Akabane and Fujimoto, "A neural network for speaker-independent isolated word recognition" (1990).
 *
 * @example
 * ```ts
 * import { maxPooling1d } from "@neurite/layers";
 * import { trace } from "@neurite/plugin";
 * import { input } from "@neurite/tensor";
 *
 * const months = input("months", { shape: [5, 12, 2], dtype: "float32" });
 * const [output] = trace(maxPooling1d({ kernelSize: 3 }), [months], { training: false, dtype: "float32" }).outputs;
 * console.log(output.shape); // → [ 5, 4, 2 ]
 * ```
 */
export function maxPooling1d(options: MaxPooling1dOptions = {}): Layer {
  return pooling("maxPooling1d", 1, options, largest);
}
