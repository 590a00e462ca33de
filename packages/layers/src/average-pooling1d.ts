import type { Layer } from "@neurite/plugin";
import { average, type PoolingOptions, pooling } from "./pooling";

export interface AveragePooling1dOptions extends PoolingOptions<number> {
  /** Whether positions beyond the edge count, as 0: false unless told otherwise, as in Keras. PyTorch counts them. */
  readonly countPadding?: boolean | undefined;
}

/**
 * The mean of neighbouring steps of a sequence, channel by channel.
 *
 * Formula: the mean over the positions of each window that lie inside the input, as in Keras; with `countPadding` those outside count as 0, which is
 * PyTorch's default (`count_include_pad`). Without padding both are the same.
 * Shapes: input `[rows, length, channels]`, output `[rows, windows, channels]` with
 * `⌊(length + 2 · padding - kernelSize) / stride⌋ + 1` windows along an axis. PyTorch keeps `[rows, channels, length]`: transpose it.
 * Throws `bad-argument` for sizes that are not whole numbers or a padding of more than half a window, `bad-shape` for an input of other than
 * three axes or smaller than one window.
 * Source: LeCun, Bottou, Bengio and Haffner, "Gradient-based learning applied to document recognition" (1998).
 *
 * @example
 * ```ts
 * import { averagePooling1d } from "@neurite/layers";
 * import { trace } from "@neurite/plugin";
 * import { input } from "@neurite/tensor";
 *
 * const months = input("months", { shape: [5, 12, 2], dtype: "float32" });
 * const [output] = trace(averagePooling1d({ kernelSize: 3 }), [months], { training: false, dtype: "float32" }).outputs;
 * console.log(output.shape); // → [ 5, 4, 2 ]
 * ```
 */
export function averagePooling1d({ countPadding = false, ...options }: AveragePooling1dOptions = {}): Layer {
  const layer = pooling("averagePooling1d", 1, options, average(countPadding));
  return { ...layer, config: { ...layer.config, countPadding } };
}
