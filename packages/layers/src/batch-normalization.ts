import { type Layer, numberOption } from "@neurite/plugin";
import { constant, NeuriteError, type Tensor } from "@neurite/tensor";
import { featureAxis } from "./feature-axis";
import { ones } from "./ones";
import { type ScaleAndBiasOptions, scaleAndBias } from "./scale-and-bias";
import { zeros } from "./zeros";

export interface BatchNormalizationOptions extends ScaleAndBiasOptions {
  /** The share of the running averages that stays in each step, as in Keras: 0.9 unless told otherwise. Keras itself takes 0.99. */
  readonly momentum?: number | undefined;
  /** The share that changes, which is what PyTorch calls momentum: in place of `momentum`, of which it is what is missing to 1. */
  readonly updateRate?: number | undefined;
  /** Added to the variance, so that a constant column does not divide by 0: 1e-5 unless told otherwise, as in PyTorch; Keras takes 1e-3. */
  readonly epsilon?: number | undefined;
  /** Whether the running variance is the biased one, of n rather than n - 1, as in Keras: false unless told otherwise. */
  readonly biasedVariance?: boolean | undefined;
}

/**
 * Brings each column to mean 0 and variance 1, then to a trained scale and bias.
 *
 * Formula: `(x - mean) / √(variance + epsilon) · scale + bias`. While training, mean and (biased) variance are those of the batch, and
 * the running averages move: `running ← momentum · running + (1 - momentum) · batch`. Momentum is counted as in Keras; PyTorch's is
 * `updateRate`, so that its `momentum=0.1` is `updateRate: 0.1` or `momentum: 0.9`. The running variance is the unbiased one (n - 1), as in the
 * paper and in PyTorch; `biasedVariance` makes it that of Keras. Otherwise the running averages are used. The unbiased variance stays where
 * a batch has only one row, which PyTorch refuses.
 * Shapes: input `[rows, ..., channels]`, kept; parameters `scale` and `bias`, state `mean` and `variance`: `[channels]`.
 * Throws `bad-argument` for a momentum or an update rate outside 0 to 1, for both at once, or an epsilon that is not above 0, `bad-shape` for
 * an input of fewer than two axes.
 * Source: Ioffe and Szegedy, "Batch normalization" (2015), algorithms 1 and 2.
 *
 * @example
 * ```ts
 * import { batchNormalization } from "@neurite/layers";
 *
 * console.log(JSON.stringify(batchNormalization({ updateRate: 0.1 }).config));
 * // → {"updateRate":0.1,"epsilon":0.00001,"biasedVariance":false,"useScale":true,"useBias":true}
 * ```
 */
export function batchNormalization(options: BatchNormalizationOptions = {}): Layer {
  const { epsilon = 1e-5, biasedVariance = false, useScale = true, useBias = true } = options;
  const { stays, changes, config } = shares(options);
  numberOption("batchNormalization", "epsilon", epsilon, "a number above 0", (x) => x > 0);
  return {
    kind: "batchNormalization",
    config: { ...config, epsilon, biasedVariance, useScale, useBias },
    apply: ([x], scope) => {
      const shape = [featureAxis("batchNormalization", x)];
      const restore = scaleAndBias(scope, shape, { useScale, useBias });
      const mean = scope.state("mean", { shape, initializer: zeros });
      const variance = scope.state("variance", { shape, initializer: ones });
      const normalize = (centered: Tensor, spread: Tensor) => restore(centered.div(spread.add(epsilon).sqrt()));
      if (!scope.training) return normalize(x.sub(mean), variance);

      const axes = x.shape.slice(1).map((_, axis) => axis); // all but the last
      const batchMean = x.mean(axes);
      const centered = x.sub(batchMean);
      const squares = centered.mul(centered);
      const batchVariance = squares.mean(axes);
      const move = (from: Tensor, to: Tensor) => from.mul(stays).add(to.mul(changes));
      scope.update("mean", move(mean, batchMean));
      if (biasedVariance) {
        scope.update("variance", move(variance, batchVariance));
        return normalize(centered, batchVariance);
      }
      // a count that follows the rows, since n - 1 is no multiple of them
      const count = constant(1, x.dtype).broadcast(x.shape.slice(0, -1)).sum();
      const unbiased = move(variance, squares.sum(axes).div(count.sub(1)));
      scope.update("variance", count.less(2).where(variance, unbiased));
      return normalize(centered, batchVariance);
    },
  };
}

/** What stays of the running averages in a step and what changes, and the option that says so. */
interface Shares {
  readonly stays: number;
  readonly changes: number;
  readonly config: { readonly [name: string]: number };
}

/** What stays of the running averages and what changes, whichever of the two was told. */
function shares({ momentum, updateRate }: BatchNormalizationOptions): Shares {
  const share = (name: string, given: number) =>
    numberOption("batchNormalization", name, given, "a number from 0 to 1", (x) => x >= 0 && x <= 1);
  if (updateRate === undefined) {
    const stays = momentum ?? 0.9;
    share("momentum", stays);
    return { stays, changes: 1 - stays, config: { momentum: stays } };
  }
  if (momentum !== undefined) {
    throw new NeuriteError(
      "bad-argument",
      `batchNormalization: expected "momentum" or "updateRate", got both (${momentum} and ${updateRate}). They are 1 together: pass one of them.`,
    );
  }
  share("updateRate", updateRate);
  return { stays: 1 - updateRate, changes: updateRate, config: { updateRate } };
}
