import type { Loss } from "@neurite/plugin";
import { NeuriteError, type Tensor } from "@neurite/tensor";
import { classTargets } from "./class-targets";
import { logProbability, refuseActivated, refuseLinear } from "./probability";
import { rowMean } from "./row-mean";

const kind = "categoricalCrossEntropy";

export interface CategoricalCrossEntropyOptions {
  /**
   * Whether the prediction is the logits, before a softmax. Unless told, it is probabilities; where they come straight from a softmax or
   * logSoftmax, the loss works from what went into it, which is exact also where a probability is 0. `false` never looks.
   */
  readonly fromLogits?: boolean | undefined;
}

/**
 * The loss for one of several classes.
 *
 * Formula: `-Σ yᵢ · log pᵢ` over the classes, from logits z `-Σ yᵢ · logSoftmax(z)ᵢ`; the mean over axes between rows and classes.
 * Shapes: `prediction: [rows, ..., classes]`, probabilities that sum to 1; `target` alike (one-hot or probabilities), or the classes'
 * indices as int32 `[rows, ...]` or `[rows, ..., 1]`; result `[rows]`, in nats.
 * Probabilities that do not come from a softmax count as at least 2⁻²³ (float32) or 2⁻⁵² (float64).
 * Throws `bad-data` where shapes do not fit or an index is outside the classes (NaN where the indices are not known yet), `bad-argument`
 * where the last layer and `fromLogits` contradict each other. Source: Good, "Rational decisions" (1952).
 *
 * @example
 * ```ts
 * import { categoricalCrossEntropy } from "@neurite/network";
 * import { constant, evaluate } from "@neurite/tensor";
 *
 * const probabilities = constant([[0.5, 0.25, 0.25]], "float64");
 * const [perRow] = evaluate([categoricalCrossEntropy().apply(probabilities, constant([0], "int32"))]);
 * console.log([...perRow.data]); // → [ 0.6931471805599453 ]
 * ```
 */
export function categoricalCrossEntropy({ fromLogits }: CategoricalCrossEntropyOptions = {}): Loss {
  return {
    kind,
    config: fromLogits === undefined ? {} : { fromLogits },
    apply: (prediction, target) => {
      const { indices, shares } = classTargets(kind, prediction, target);
      const cost = shares.neg().mul(logProbabilities(prediction, fromLogits)).sum(-1);
      // an index outside the classes has no 1 in its shares: 0/0 stops the training, where a loss of 0 would hide it
      return rowMean(indices ? cost.div(shares.sum(-1)) : cost);
    },
  };
}

function logProbabilities(prediction: Tensor, fromLogits: boolean | undefined): Tensor {
  const { node } = prediction;
  if (fromLogits) {
    refuseActivated(kind, prediction, "softmax");
    return prediction.logSoftmax();
  }
  if (fromLogits === undefined) {
    const last = prediction.shape.length - 1;
    if (node.op === "softmax" && node.attributes.axis === last) return node.inputs[0].logSoftmax();
    if (node.op === "logSoftmax" && node.attributes.axis === last) return prediction;
    refuseLinear(kind, prediction, "softmax");
    refuseSigmoid(prediction);
  }
  return logProbability(prediction);
}

/** Sigmoids do not sum to 1, so that the loss would be least where all of them are 1. */
function refuseSigmoid(prediction: Tensor): void {
  if (prediction.node.op !== "sigmoid") return;
  throw new NeuriteError(
    "bad-argument",
    `${kind}: the probabilities of a row should sum to 1, got those of a sigmoid. Give the last layer the activation softmax, or use binaryCrossEntropy for labels that do not exclude each other.`,
  );
}
