import { type Loss, numberOption } from "@neurite/plugin";
import { classTargets } from "./class-targets";
import { logProbabilities } from "./log-probabilities";
import { perColumn, perColumnOption } from "./per-column";
import { rowMean } from "./row-mean";

const kind = "categoricalCrossEntropy";

export interface CategoricalCrossEntropyOptions {
  /**
   * Whether the prediction is the logits, before a softmax. Unless told, it is probabilities; where they come straight from a softmax or
   * logSoftmax, the loss works from what went into it, which is exact also where a probability is 0. `false` never looks.
   */
  readonly fromLogits?: boolean | undefined;
  /** The share of each target that is spread evenly over all classes, so that no prediction has to be certain: 0 unless told otherwise. */
  readonly labelSmoothing?: number | undefined;
  /** How much each class counts, in the order of the columns: 1 each unless told otherwise. */
  readonly classWeights?: readonly number[] | undefined;
}

/**
 * The loss for one of several classes.
 *
 * Formula: `-Σ wᵢ · yᵢ · log pᵢ` over the classes with their `classWeights` w, from logits z `-Σ wᵢ · yᵢ · logSoftmax(z)ᵢ`; the mean over
 * axes between rows and classes. Under `labelSmoothing` s a target counts as `(1 - s) · yᵢ + s / classes`, before it is weighted.
 * Shapes: `prediction: [rows, ..., classes]`, probabilities that sum to 1; `target` alike (one-hot or probabilities), or the classes'
 * indices as int32 `[rows, ...]` or `[rows, ..., 1]`; result `[rows]`, in nats.
 * Probabilities that do not come from a softmax count as at least 2⁻²³ (float32) or 2⁻⁵² (float64).
 * All this as PyTorch's `cross_entropy` with reduction "none" has it. Its mean over rows with class weights and indices divides by the sum
 * of the rows' weights, which a loss of single rows cannot know: pass `weights: classWeights(targets, weights)` with the data instead of
 * the option, and `fit` takes just that mean (without smoothing; with it, only the option weighs the spread share class by class).
 * Throws `bad-data` where shapes do not fit or an index is outside the classes (NaN where the indices are not known yet), `bad-argument` for
 * options out of range, and where the last layer and `fromLogits` contradict each other. Source: Good, "Rational decisions" (1952).
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
export function categoricalCrossEntropy(options: CategoricalCrossEntropyOptions = {}): Loss {
  const { fromLogits, labelSmoothing, classWeights } = options;
  numberOption(kind, "labelSmoothing", labelSmoothing ?? 0, "a number from 0 to 1", (x) => x >= 0 && x <= 1);
  if (classWeights) perColumnOption(kind, "classWeights", classWeights, "a number from 0 up", (x) => x >= 0);
  return {
    kind,
    config: {
      ...(fromLogits === undefined ? {} : { fromLogits }),
      ...(labelSmoothing === undefined ? {} : { labelSmoothing }),
      ...(classWeights === undefined ? {} : { classWeights }),
    },
    apply: (prediction, target) => {
      const { indices, shares } = classTargets(kind, prediction, target);
      const classes = prediction.shape.at(-1) ?? 1;
      const smooth = labelSmoothing ? shares.mul(1 - labelSmoothing).add(labelSmoothing / classes) : shares;
      const weighted = classWeights ? smooth.mul(perColumn(kind, "classWeights", classWeights, prediction)) : smooth;
      const cost = weighted
        .neg()
        .mul(logProbabilities(kind, prediction, fromLogits))
        .sum(-1);
      // an index outside the classes has no 1 in its shares: 0/0 stops the training, where a loss of 0 would hide it
      return rowMean(indices ? cost.div(shares.sum(-1)) : cost);
    },
  };
}
