import type { Loss } from "@neurite/plugin";
import { log1p, type Tensor } from "@neurite/tensor";
import { matchTarget } from "./match-target";
import { logProbability, refuseActivated, refuseLinear } from "./probability";
import { rowMean } from "./row-mean";

const kind = "binaryCrossEntropy";

export interface BinaryCrossEntropyOptions {
  /**
   * Whether the prediction is the logits, before a sigmoid. Unless told, it is probabilities; where they come straight from a sigmoid,
   * the loss works from what went into it, which is exact also where the sigmoid is 0 or 1. `false` never looks.
   */
  readonly fromLogits?: boolean | undefined;
}

/**
 * The loss for yes or no, and for several labels that do not exclude each other.
 *
 * Formula: `-y · log p - (1 - y) · log(1 - p)`, from logits z `max(z, 0) - z · y + log1p(e^-|z|)`; the mean over all axes but the first.
 * Shapes: `prediction: [rows, ...]`, `target` alike with numbers from 0 to 1 (any dtype), result `[rows]`, in nats.
 * Probabilities that do not come from a sigmoid count as at least 2⁻²³ (float32) or 2⁻⁵² (float64).
 * Throws `bad-data` where the shapes differ, `bad-argument` where the last layer and `fromLogits` contradict each other.
 * Source: Good, "Rational decisions" (1952).
 *
 * @example
 * ```ts
 * import { binaryCrossEntropy } from "@neurite/network";
 * import { constant, evaluate } from "@neurite/tensor";
 *
 * const logits = constant([[0], [800]], "float64");
 * const [perRow] = evaluate([binaryCrossEntropy().apply(logits.sigmoid(), constant([[1], [0]], "float64"))]);
 * console.log([...perRow.data]); // → [ 0.6931471805599453, 800 ]
 * ```
 */
export function binaryCrossEntropy({ fromLogits }: BinaryCrossEntropyOptions = {}): Loss {
  return {
    kind,
    config: fromLogits === undefined ? {} : { fromLogits },
    apply: (prediction, target) => {
      const y = matchTarget(kind, prediction, target);
      if (fromLogits) refuseActivated(kind, prediction, "sigmoid");
      const logits = fromLogits ? prediction : fromLogits === undefined ? sigmoidInput(prediction) : undefined;
      if (logits) return rowMean(fromLogitsOf(logits, y));
      refuseLinear(kind, prediction, "sigmoid");
      const yes = y.mul(logProbability(prediction));
      const no = y
        .neg()
        .add(1)
        .mul(logProbability(prediction.neg().add(1)));
      return rowMean(no.neg().sub(yes)); // not -(yes + no), which is -0 for a perfect row
    },
  };
}

/** What went into the sigmoid that a prediction comes from, in the prediction's shape. */
function sigmoidInput(prediction: Tensor): Tensor | undefined {
  const { node } = prediction;
  if (node.op === "sigmoid") return node.inputs[0];
  if (node.op === "reshape") return sigmoidInput(node.inputs[0])?.reshape(prediction.shape);
  return undefined;
}

/** |z| and max(z, 0) by one choice: the gradients of `abs` and `maximum` at 0 are 0 both, and would add up to -y instead of ½ - y. */
function fromLogitsOf(z: Tensor, y: Tensor): Tensor {
  const negative = z.less(0);
  const opposite = negative.where(z, z.neg());
  return negative.where(0, z).sub(z.mul(y)).add(log1p(opposite.exp()));
}
