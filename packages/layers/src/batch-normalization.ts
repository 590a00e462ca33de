import { type Layer, numberOption } from "@neurite/plugin";
import { constant, type Tensor } from "@neurite/tensor";
import { featureAxis } from "./feature-axis";
import { ones } from "./ones";
import { zeros } from "./zeros";

export interface BatchNormalizationOptions {
  /**
   * The share of the running averages that stays in each step, as in Keras: 0.9 unless told otherwise.
   * PyTorch's `momentum` is the share that changes: its 0.1 is 0.9 here.
   */
  readonly momentum?: number | undefined;
  /** Added to the variance, so that a constant column does not divide by 0: 1e-5 unless told otherwise. */
  readonly epsilon?: number | undefined;
}

/**
 * Brings each column to mean 0 and variance 1, then to a trained scale and bias.
 *
 * Formula: `(x - mean) / √(variance + epsilon) · scale + bias`. While training, mean and (biased) variance are those of the batch, and
 * the running averages move: `running ← momentum · running + (1 - momentum) · batch`, with the unbiased variance (n - 1), as in the
 * paper and in PyTorch. Otherwise the running averages are used. The running variance stays where a batch has only one row.
 * Shapes: input `[rows, ..., channels]`, kept; parameters `scale` and `bias`, state `mean` and `variance`: `[channels]`.
 * Throws `bad-argument` for a momentum outside 0 to 1 or an epsilon that is not above 0, `bad-shape` for an input of fewer than two axes.
 * Source: Ioffe and Szegedy, "Batch normalization" (2015), algorithms 1 and 2.
 *
 * @example
 * ```ts
 * import { batchNormalization } from "@neurite/layers";
 *
 * console.log(batchNormalization().config); // → { momentum: 0.9, epsilon: 0.00001 }
 * ```
 */
export function batchNormalization(options: BatchNormalizationOptions = {}): Layer {
  const { momentum = 0.9, epsilon = 1e-5 } = options;
  numberOption("batchNormalization", "momentum", momentum, "a number from 0 to 1", (x) => x >= 0 && x <= 1);
  numberOption("batchNormalization", "epsilon", epsilon, "a number above 0", (x) => x > 0);
  return {
    kind: "batchNormalization",
    config: { momentum, epsilon },
    apply: ([x], scope) => {
      const shape = [featureAxis("batchNormalization", x)];
      const scale = scope.parameter("scale", { shape, initializer: ones, decay: false });
      const bias = scope.parameter("bias", { shape, initializer: zeros, decay: false });
      const mean = scope.state("mean", { shape, initializer: zeros });
      const variance = scope.state("variance", { shape, initializer: ones });
      const normalize = (centered: Tensor, spread: Tensor) =>
        centered.div(spread.add(epsilon).sqrt()).mul(scale).add(bias);
      if (!scope.training) return normalize(x.sub(mean), variance);

      const axes = x.shape.slice(1).map((_, axis) => axis); // all but the last
      const batchMean = x.mean(axes);
      const centered = x.sub(batchMean);
      const squares = centered.mul(centered);
      const move = (from: Tensor, to: Tensor) => from.mul(momentum).add(to.mul(1 - momentum));
      scope.update("mean", move(mean, batchMean));
      // a count that follows the rows, since n - 1 is no multiple of them
      const count = constant(1, x.dtype).broadcast(x.shape.slice(0, -1)).sum();
      const unbiased = move(variance, squares.sum(axes).div(count.sub(1)));
      scope.update("variance", count.less(2).where(variance, unbiased));
      return normalize(centered, squares.mean(axes));
    },
  };
}
