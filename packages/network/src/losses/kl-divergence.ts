import type { Loss } from "@neurite/plugin";
import { NeuriteError, type Tensor } from "@neurite/tensor";
import { classTargets } from "./class-targets";
import { logProbabilities } from "./log-probabilities";
import { rowMean } from "./row-mean";

const kind = "klDivergence";

export interface KlDivergenceOptions {
  /**
   * Whether the prediction is logarithms of probabilities, as PyTorch's `kl_div` takes them. Unless told, it is probabilities; where they
   * come straight from a softmax or logSoftmax, the loss works from what went into it, which is exact also where a probability is 0.
   * `false` never looks.
   */
  readonly fromLogProbabilities?: boolean | undefined;
}

/**
 * How much a predicted distribution over classes lacks of the target's, in nats: 0 where both are the same.
 *
 * Formula: `Σ yᵢ · (log yᵢ - log pᵢ)` over the classes, in which 0 · log 0 is 0; the mean over axes between rows and classes.
 * Its gradient is that of `categoricalCrossEntropy`. Shapes: `prediction: [rows, ..., classes]`, `target` alike (or indices as int32
 * `[rows, ...]`), result `[rows]`. Probabilities that do not come from a softmax count as at least 2⁻²³ (float32) or 2⁻⁵² (float64).
 * Throws `bad-data` where shapes do not fit or a target is outside 0 to 1, `bad-argument` where the last layer cannot give probabilities.
 * The mean over rows is PyTorch's `batchmean`; Keras counts targets and predictions as at least 1e-7.
 * Source: Kullback and Leibler, "On information and sufficiency" (1951).
 *
 * @example
 * ```ts
 * import { klDivergence } from "@neurite/network";
 * import { constant, evaluate } from "@neurite/tensor";
 *
 * const prediction = constant([[0.5, 0.5], [0.25, 0.75]], "float64");
 * const [perRow] = evaluate([klDivergence().apply(prediction, constant([[1, 0], [0.25, 0.75]], "float64"))]);
 * console.log([...perRow.data]); // → [ 0.6931471805599453, 0 ]
 * ```
 */
export function klDivergence({ fromLogProbabilities }: KlDivergenceOptions = {}): Loss {
  return {
    kind,
    config: fromLogProbabilities === undefined ? {} : { fromLogProbabilities },
    apply: (prediction, target) => {
      const { shares, indices } = classTargets(kind, prediction, target);
      const logs = logsOf(prediction, fromLogProbabilities);
      const missing = shares.equal(0).where(1, shares).log().sub(logs);
      const cost = shares.mul(missing).sum(-1);
      // an index outside the classes has no 1 in its shares: 0/0 stops the training
      return rowMean(indices ? cost.div(shares.sum(-1)) : cost);
    },
  };
}

function logsOf(prediction: Tensor, fromLogProbabilities: boolean | undefined): Tensor {
  if (!fromLogProbabilities) {
    return logProbabilities(kind, prediction, fromLogProbabilities, "or logSoftmax");
  }
  if (prediction.node.op !== "softmax") return prediction;
  throw new NeuriteError(
    "bad-argument",
    `${kind}: "fromLogProbabilities" is true, but the last layer has the activation softmax. Give it logSoftmax, or leave the option out.`,
  );
}
