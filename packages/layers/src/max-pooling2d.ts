import type { Layer } from "@neurite/plugin";
import { largest, type PoolingOptions, pooling } from "./pooling";

export interface MaxPooling2dOptions extends PoolingOptions<number | readonly [height: number, width: number]> {}

/**
 * The largest number of each patch of a plane, channel by channel.
 *
 * Formula: the largest over the positions of each window that lie inside the input, whatever the padding. Of equal ones each gets its share of
 * the gradient, where PyTorch gives all of it to the first.
 * Shapes: input `[rows, height, width, channels]`, output `[rows, windows down, windows across, channels]` with
 * `⌊(side + 2 · padding - kernelSize) / stride⌋ + 1` windows along an axis. PyTorch keeps `[rows, channels, height, width]`: transpose it.
 * Throws `bad-argument` for sizes that are not whole numbers or a padding of more than half a window, `bad-shape` for an input of other than
 * four axes or smaller than one window.
 * Source: Yamaguchi, Sakamoto, Akabane and Fujimoto, "A neural network for speaker-independent isolated word recognition" (1990).
 *
 * @example
 * ```ts
 * import { maxPooling2d } from "@neurite/layers";
 * import { trace } from "@neurite/plugin";
 * import { input } from "@neurite/tensor";
 *
 * const pictures = input("pictures", { shape: [5, 28, 28, 3], dtype: "float32" });
 * const [output] = trace(maxPooling2d({ kernelSize: 3, stride: 2, padding: 1 }), [pictures], { training: false, dtype: "float32" }).outputs;
 * console.log(output.shape); // → [ 5, 14, 14, 3 ]
 * ```
 */
export function maxPooling2d(options: MaxPooling2dOptions = {}): Layer {
  return pooling("maxPooling2d", 2, options, largest);
}
