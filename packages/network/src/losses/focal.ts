import { type Loss, numberOption } from "@neurite/plugin";
import { NeuriteError, type Operand, type Tensor } from "@neurite/tensor";
import { checkTargetValues } from "./check-target-values";
import { classTargets } from "./class-targets";
import { logProbabilities } from "./log-probabilities";
import { matchTarget } from "./match-target";
import { type PerColumn, perColumn, perColumnOption } from "./per-column";
import { logProbability, refuseActivated, refuseLinear } from "./probability";
import { rowMean } from "./row-mean";
import { sigmoidInput } from "./sigmoid-input";
import { softplusPair } from "./softplus-pair";

export interface FocalOptions {
  /** How much less a row counts the better it is predicted: 2 unless told otherwise; 0 is the cross-entropy. */
  readonly gamma?: number | undefined;
  /**
   * The weight of yes, a number between 0 and 1 that leaves `1 - alpha` to no; where classes exclude each other, a list with the weight of
   * each class. Unless told, all count alike.
   */
  readonly alpha?: PerColumn | undefined;
  /**
   * Whether the columns are classes that exclude each other. Unless told, they are where the prediction comes straight from a softmax or
   * logSoftmax, or the targets are indices; otherwise each column is a yes or no of its own.
   */
  readonly exclusive?: boolean | undefined;
  /**
   * Whether the prediction is the logits, before a sigmoid or softmax. Unless told, it is probabilities; where they come straight from
   * such an activation, the loss works from what went into it. `false` never looks.
   */
  readonly fromLogits?: boolean | undefined;
}

const kind = "focal";

/**
 * A cross-entropy that cares most for what is predicted badly: for yes and no, or classes, of which one is rare and the other easy.
 *
 * Formula: `-α · (1 - p)^gamma · log p` with p the probability of the right answer; for yes or no
 * `-y · α · (1 - p)^gamma · log p - (1 - y) · (1 - α) · p^gamma · log(1 - p)`, the mean over all axes but the first; for classes
 * `-Σ αᵢ · yᵢ · (1 - pᵢ)^gamma · log pᵢ`, the mean over axes between rows and classes. Shapes: `prediction: [rows, ...]`, `target` alike
 * with numbers from 0 to 1 (any dtype), or for classes int32 indices `[rows, ...]`; result `[rows]`, in nats.
 * Probabilities that do not come from a sigmoid or softmax count as at least 2⁻²³ (float32) or 2⁻⁵² (float64) in the logarithm.
 * Throws `bad-data` where the shapes do not fit or a target is outside 0 to 1, `bad-argument` for options out of range, and where the last
 * layer and the options contradict each other. As torchvision's `sigmoid_focal_loss` for targets 0 and 1, but without alpha unless told.
 * Source: Lin, Goyal, Girshick, He and Dollár, "Focal loss for dense object detection" (2017).
 *
 * @example
 * ```ts
 * import { focal } from "@neurite/network";
 * import { constant, evaluate } from "@neurite/tensor";
 *
 * const [perRow] = evaluate([focal().apply(constant([[0.9], [0.1]], "float64"), constant([[1], [1]]))]);
 * console.log([...perRow.data].map((n) => n.toFixed(4))); // → [ '0.0011', '1.8651' ]
 * ```
 */
export function focal({ gamma = 2, alpha, exclusive, fromLogits }: FocalOptions = {}): Loss {
  numberOption(kind, "gamma", gamma, "a number from 0 up", (x) => x >= 0);
  if (typeof alpha === "number") numberOption(kind, "alpha", alpha, "a number between 0 and 1", (x) => x > 0 && x < 1);
  else if (alpha !== undefined) perColumnOption(kind, "alpha", alpha, "a number from 0 up", (x) => x >= 0);
  const classes = (prediction: Tensor, target: Tensor): Tensor => {
    const weight = alpha === undefined ? 1 : perColumn(kind, "alpha", listed(alpha), prediction);
    const { shares, indices } = classTargets(kind, prediction, target);
    const logs = logProbabilities(kind, prediction, fromLogits);
    const cost = shares.mul(weight).mul(faded(logs.expm1().neg(), gamma)).mul(logs).neg().sum(-1);
    // an index outside the classes has no 1 in its shares: 0/0 stops the training
    return rowMean(indices ? cost.div(shares.sum(-1)) : cost);
  };
  const labels = (prediction: Tensor, target: Tensor): Tensor => {
    checkTargetValues(kind, target, (n) => n >= 0 && n <= 1, "from 0 to 1", "Code no as 0 and yes as 1.");
    const y = matchTarget(kind, prediction, target);
    const [weightYes, weightNo] = alpha === undefined ? [1, 1] : single(alpha);
    const { yes, no } = costs(prediction, gamma, fromLogits);
    return rowMean(y.mul(weightYes).mul(yes).add(y.neg().add(1).mul(weightNo).mul(no)));
  };
  return {
    kind,
    config: {
      gamma,
      ...(alpha === undefined ? {} : { alpha }),
      ...(exclusive === undefined ? {} : { exclusive }),
      ...(fromLogits === undefined ? {} : { fromLogits }),
    },
    apply: (prediction, target) =>
      (exclusive ?? areClasses(prediction, target)) ? classes(prediction, target) : labels(prediction, target),
  };
}

function areClasses({ node, shape }: Tensor, target: Tensor): boolean {
  if (node.op === "softmax" || node.op === "logSoftmax") return true;
  const columns = shape.at(-1) ?? 0;
  return columns > 1 && target.dtype === "int32" && (target.shape.length < shape.length || target.shape.at(-1) === 1);
}

/** What a yes and what a no costs in each column. */
function costs(prediction: Tensor, gamma: number, fromLogits: boolean | undefined) {
  if (fromLogits) refuseActivated(kind, prediction, "sigmoid");
  const logits = fromLogits ? prediction : fromLogits === undefined ? sigmoidInput(prediction) : undefined;
  if (logits) {
    const { up, down } = softplusPair(logits);
    const fade = (log: Tensor) => (gamma === 0 ? 1 : log.mul(-gamma).exp());
    return { yes: down.mul(fade(up)), no: up.mul(fade(down)) };
  }
  refuseLinear(kind, prediction, "sigmoid");
  const opposite = prediction.neg().add(1);
  return {
    yes: logProbability(prediction).neg().mul(faded(opposite, gamma)),
    no: logProbability(opposite).neg().mul(faded(prediction, gamma)),
  };
}

/** A probability to the power of gamma; at 0, where the logarithm beside it is 0 too, its slope may be infinite and is left out. */
function faded(probability: Tensor, gamma: number): Operand {
  if (gamma === 0) return 1;
  const none = probability.maximum(0).equal(0);
  return none.where(0, none.where(1, probability).pow(gamma));
}

function single(alpha: PerColumn): readonly [number, number] {
  if (typeof alpha === "number") return [alpha, 1 - alpha];
  throw new NeuriteError(
    "bad-argument",
    `${kind}: "alpha" should be one number where each column is a yes or no of its own, got a list of ${alpha.length}. Pass { exclusive: true } if the columns are classes that exclude each other.`,
  );
}

function listed(alpha: PerColumn): readonly number[] {
  if (typeof alpha !== "number") return alpha;
  throw new NeuriteError(
    "bad-argument",
    `${kind}: "alpha" should be a list with the weight of each class where classes exclude each other, got ${alpha}. Pass one number for each class.`,
  );
}
