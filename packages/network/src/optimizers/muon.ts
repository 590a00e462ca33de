import { numberOption, type Optimizer, type Update } from "@neurite/plugin";
import type { Shape } from "@neurite/tensor";
import { positiveOption } from "../positive-option";
import { shareOption } from "../share-option";
import { adamMove } from "./adam-move";
import { likeParameter } from "./like-parameter";
import { momentOptions } from "./moment-options";
import { movingAverage } from "./moving-average";
import { adjustmentOption, type MuonAdjustment, rateFactor } from "./muon-adjustment";
import { type MomentSlot, momentState, nextMoments } from "./next-moments";
import { orthogonalized } from "./orthogonalized";
import { decayOptions, decoupledDecay, type WeightDecayOptions } from "./weight-decay";

/** `weightDecay` is 0.1 unless told otherwise, and shrinks weights by this share of the learning rate each step. */
export interface MuonOptions extends WeightDecayOptions {
  /** How slowly the average of the gradients forgets: 0.95 unless told otherwise. */
  readonly momentum?: number | undefined;
  /** Whether to look ahead along the momentum: true unless told otherwise. */
  readonly nesterov?: boolean | undefined;
  /** Steps of Newton and Schulz on the way to an orthogonal matrix: 5 unless told otherwise. */
  readonly iterations?: number | undefined;
  /** What a gradient's length is taken for where it is shorter: 1e-7 unless told otherwise. */
  readonly epsilon?: number | undefined;
  /**
   * How the learning rate follows the shape: "original" unless told otherwise, with learning rates of about 0.02; "matchRmsAdamW" for those that
   * suit AdamW.
   */
  readonly adjustment?: MuonAdjustment | undefined;
  /** The learning rate of parameters that are no matrices, as a multiple of the other: 1 unless told otherwise. */
  readonly adamRate?: number | undefined;
  /** The beta1 of parameters that are no matrices: 0.9 unless told otherwise. */
  readonly adamBeta1?: number | undefined;
  /** The beta2 of parameters that are no matrices: 0.999 unless told otherwise. */
  readonly adamBeta2?: number | undefined;
  /** The epsilon of parameters that are no matrices: 1e-8 unless told otherwise. */
  readonly adamEpsilon?: number | undefined;
}

/**
 * Turns the momentum of each weight matrix into an orthogonal matrix: all directions move alike, also those with small gradients.
 *
 * Formula: `m ← momentum · m + (1 - momentum) · g`, `d = momentum · m + (1 - momentum) · g` (without Nesterov `d = m`), and
 * `w ← w · (1 - learningRate · weightDecay) - learningRate · f · O` with O the matrix that {@link orthogonalized} makes of d by the
 * quintic 3.4445, -4.775, 2.0315. Originally `f = √max(1, units / inputs)`, with "matchRmsAdamW" `f = 0.2 · √max(units, inputs)`. neurite keeps
 * weights as `[inputs, units]`, the transpose of PyTorch's, and takes the ratio accordingly. As in PyTorch, but in the parameter's dtype
 * instead of bfloat16.
 *
 * Shapes: parameters with exactly two axes move so and keep one number for each of theirs; all others, which are biases, norms and kernels of
 * convolutions, are moved by AdamW with `learningRate · adamRate` and keep two. The table of an embedding and the weights of the last layer
 * have two axes as well and count as matrices, though the author moves those by AdamW.
 * Throws `bad-argument` for an option outside its range.
 * Source: Jordan et al., "Muon: an optimizer for hidden layers in neural networks" (2024); matchRmsAdamW: Liu et al., "Muon is scalable for LLM
 * training" (2025).
 *
 * @example
 * ```ts
 * import { muon } from "@neurite/network";
 *
 * const optimizer = muon({ adjustment: "matchRmsAdamW" });
 * console.log(Object.keys(optimizer.state({ shape: [8, 4], dtype: "float32" }))); // → [ 'momentum' ]
 * console.log(Object.keys(optimizer.state({ shape: [4], dtype: "float32" }))); // → [ 'firstMoment', 'secondMoment' ]
 * ```
 */
export function muon(given: MuonOptions = {}): Optimizer {
  const { momentum = 0.95, nesterov = true, iterations = 5, epsilon = 1e-7, adjustment = "original" } = given;
  const { adamRate = 1, adamBeta1 = 0.9, adamBeta2 = 0.999, adamEpsilon = 1e-8 } = given;
  shareOption("muon", "momentum", momentum);
  numberOption(
    "muon",
    "iterations",
    iterations,
    "a whole number from 1 to 99",
    (x) => x >= 1 && x < 100 && x % 1 === 0,
  );
  positiveOption("muon", "epsilon", epsilon);
  adjustmentOption(adjustment);
  positiveOption("muon", "adamRate", adamRate);
  shareOption("muon", "adamBeta1", adamBeta1);
  shareOption("muon", "adamBeta2", adamBeta2);
  positiveOption("muon", "adamEpsilon", adamEpsilon);
  const decay = decayOptions("muon", given, 0.1);
  const moments = momentOptions("muon", { beta1: adamBeta1, beta2: adamBeta2, epsilon: adamEpsilon });

  const moveMatrix = (u: Update<"momentum">) => {
    const { parameter, gradient } = decoupledDecay(u, decay);
    const average = movingAverage(u.state.momentum, gradient, momentum);
    const direction = nesterov ? movingAverage(gradient, average, 1 - momentum) : average;
    const rate = u.learningRate.mul(rateFactor(parameter.shape, adjustment));
    const move = orthogonalized(direction, { iterations, epsilon }).mul(rate);
    return { parameter: parameter.sub(move), state: { momentum: average } };
  };
  const moveOther = (u: Update<MomentSlot>) => {
    const own = { ...u, learningRate: u.learningRate.mul(adamRate) };
    const { parameter, gradient } = decoupledDecay(own, decay);
    const state = nextMoments(u.state, gradient, moments);
    return { parameter: parameter.sub(adamMove(own, state, { ...moments, epsilonHat: false })), state };
  };
  const options = { momentum, nesterov, iterations, epsilon, adjustment, adamRate, adamBeta1, adamBeta2, adamEpsilon };
  const optimizer: Optimizer = {
    kind: "muon",
    config: { ...options, ...decay },
    mode: "step",
    state: (parameter) => (isMatrix(parameter) ? { momentum: likeParameter(parameter) } : momentState(parameter)),
    update: (u) => (isMatrix(u.parameter) ? moveMatrix(u as Update<"momentum">) : moveOther(u as Update<MomentSlot>)),
  };
  return optimizer;
}

const isMatrix = ({ shape }: { readonly shape: Shape }) => shape.length === 2;
