import { type Loss, numberOption } from "@neurite/plugin";
import { log1p, type Operand, type Tensor } from "@neurite/tensor";
import { checkTargetValues } from "./check-target-values";
import { matchTarget } from "./match-target";
import { type PerColumn, perColumn, perColumnOption } from "./per-column";
import { logProbability, refuseActivated, refuseLinear } from "./probability";
import { rowMean } from "./row-mean";
import { sigmoidInput } from "./sigmoid-input";
import { softplusPair } from "./softplus-pair";

const kind = "binaryCrossEntropy";

export interface BinaryCrossEntropyOptions {
  /**
   * Whether the prediction is the logits, before a sigmoid. Unless told, it is probabilities; where they come straight from a sigmoid,
   * the loss works from what went into it, which is exact also where the sigmoid is 0 or 1. `false` never looks.
   */
  readonly fromLogits?: boolean | undefined;
  /**
   * How much a yes counts beside a no, for all columns or for each: 1 unless told otherwise. The number of no by that of yes balances
   * them; PyTorch's `pos_weight`.
   */
  readonly positiveWeight?: PerColumn | undefined;
  /** The share of each target that is moved to ½, so that no prediction has to be certain: 0 unless told otherwise, as in Keras. */
  readonly labelSmoothing?: number | undefined;
}

/**
 * The loss for yes or no, and for several labels that do not exclude each other.
 *
 * Formula: `-w · y · log p - (1 - y) · log(1 - p)` with the `positiveWeight` w, from logits z `max(z, 0) - z · y + log1p(e^-|z|)` where w is
 * 1; the mean over all axes but the first. Under `labelSmoothing` s the target counts as `(1 - s) · y + s / 2`, before it is weighted.
 * Shapes: `prediction: [rows, ...]`, `target` alike with numbers from 0 to 1 (any dtype), result `[rows]`, in nats.
 * Probabilities that do not come from a sigmoid count as at least 2⁻²³ (float32) or 2⁻⁵² (float64).
 * Throws `bad-data` where the shapes differ or a target is outside 0 to 1, `bad-argument` for options out of range, and where the last
 * layer and `fromLogits` contradict each other. As PyTorch's `binary_cross_entropy_with_logits`.
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
export function binaryCrossEntropy(options: BinaryCrossEntropyOptions = {}): Loss {
  const { fromLogits, positiveWeight, labelSmoothing } = options;
  if (positiveWeight !== undefined) {
    perColumnOption(kind, "positiveWeight", positiveWeight, "a number above 0", (x) => x > 0);
  }
  numberOption(kind, "labelSmoothing", labelSmoothing ?? 0, "a number from 0 to 1", (x) => x >= 0 && x <= 1);
  return {
    kind,
    config: {
      ...(fromLogits === undefined ? {} : { fromLogits }),
      ...(positiveWeight === undefined ? {} : { positiveWeight }),
      ...(labelSmoothing === undefined ? {} : { labelSmoothing }),
    },
    apply: (prediction, target) => {
      const share = (n: number) => n >= 0 && n <= 1;
      checkTargetValues(kind, target, share, "from 0 to 1", "Code no as 0 and yes as 1.");
      const hard = matchTarget(kind, prediction, target);
      const y = labelSmoothing ? hard.mul(1 - labelSmoothing).add(labelSmoothing / 2) : hard;
      const weight = positiveWeight === undefined ? 1 : perColumn(kind, "positiveWeight", positiveWeight, prediction);
      if (fromLogits) refuseActivated(kind, prediction, "sigmoid");
      const logits = fromLogits ? prediction : fromLogits === undefined ? sigmoidInput(prediction) : undefined;
      if (logits) return rowMean(weight === 1 ? fromLogitsOf(logits, y) : weighted(logits, y, weight));
      refuseLinear(kind, prediction, "sigmoid");
      const yes = y.mul(weight).mul(logProbability(prediction));
      const no = y
        .neg()
        .add(1)
        .mul(logProbability(prediction.neg().add(1)));
      return rowMean(no.neg().sub(yes)); // not -(yes + no), which is -0 for a perfect row
    },
  };
}

function weighted(z: Tensor, y: Tensor, weight: Operand): Tensor {
  const { up, down } = softplusPair(z);
  return up.mul(y.neg().add(1)).add(down.mul(y.mul(weight)));
}

/** |z| and max(z, 0) by one choice: the gradients of `abs` and `maximum` at 0 are 0 both, and would add up to -y instead of ½ - y. */
function fromLogitsOf(z: Tensor, y: Tensor): Tensor {
  const negative = z.less(0);
  const opposite = negative.where(z, z.neg());
  return negative.where(0, z).sub(z.mul(y)).add(log1p(opposite.exp()));
}
