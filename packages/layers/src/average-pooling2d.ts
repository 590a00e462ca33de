import type { Layer } from "@neurite/plugin";
import { average, type PoolingOptions, pooling } from "./pooling";

export interface AveragePooling2dOptions extends PoolingOptions<number | readonly [height: number, width: number]> {
  /** Whether positions beyond the edge count, as 0: false unless told otherwise, as in Keras. PyTorch counts them. */
  readonly countPadding?: boolean | undefined;
}

/**
 * The mean of each patch of a plane, channel by channel.
 *
 * Formula: the mean over the positions of each window that lie inside the input, as in Keras; with `countPadding` those outside count as 0, which is
 * PyTorch's default (`count_include_pad`). Without padding both are the same.
 * Shapes: input `[rows, height, width, channels]`, output `[rows, windows down, windows across, channels]` with
 * `⌊(side + 2 · padding - kernelSize) / stride⌋ + 1` windows along an axis. PyTorch keeps `[rows, channels, height, width]`: transpose it.
 * Throws `bad-argument` for sizes that are not whole numbers or a padding of more than half a window, `bad-shape` for an input of other than
 * four axes or smaller than one window.
 * Source: LeCun, Bottou, Bengio and Haffner, "Gradient-based learning applied to document recognition" (1998).
 *
 * @example
 * ```ts
 * import { averagePooling2d } from "@neurite/layers";
 * import { trace } from "@neurite/plugin";
 * import { input } from "@neurite/tensor";
 *
 * const pictures = input("pictures", { shape: [5, 28, 28, 3], dtype: "float32" });
 * const [output] = trace(averagePooling2d({ kernelSize: 3, stride: 2, padding: 1 }), [pictures], { training: false, dtype: "float32" }).outputs;
 * console.log(output.shape); // → [ 5, 14, 14, 3 ]
 * ```
 */
export function averagePooling2d({ countPadding = false, ...options }: AveragePooling2dOptions = {}): Layer {
  const layer = pooling("averagePooling2d", 2, options, average(countPadding));
  return { ...layer, config: { ...layer.config, countPadding } };
}
