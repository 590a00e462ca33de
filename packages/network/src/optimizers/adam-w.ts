import type { Optimizer } from "@neurite/plugin";
import { type AdamMoveOptions, adamMove, adamMoveOptions } from "./adam-move";
import { type MomentSlot, momentState, nextMoments } from "./next-moments";
import { decayOptions, decoupledDecay, type WeightDecayOptions } from "./weight-decay";

/** `weightDecay` is 0.01 unless told otherwise, and shrinks weights by this share of the learning rate each step. */
export interface AdamWOptions extends AdamMoveOptions, WeightDecayOptions {}

/**
 * Adam with weight decay that its division does not distort.
 *
 * Formula: `w ← w · (1 - learningRate · weightDecay)` where the parameter decays, then a step of {@link adam} with the gradient as it is.
 * As in PyTorch, but that biases and norms do not decay unless `decayAll` says so; `epsilonHat` gives the form of Keras.
 * Shapes: any parameter, kept; two numbers are kept for each.
 * Throws `bad-argument` for a beta outside [0, 1), an epsilon that is not above 0, a weightDecay below 0.
 * Source: Loshchilov and Hutter, "Decoupled weight decay regularization" (2019).
 *
 * @example
 * ```ts
 * import { adamW } from "@neurite/network";
 *
 * console.log(adamW({ weightDecay: 0.1 }).kind); // → adamW
 * ```
 */
export function adamW({ weightDecay, decayAll, ...rest }: AdamWOptions = {}): Optimizer {
  const options = adamMoveOptions("adamW", rest);
  const decay = decayOptions("adamW", { weightDecay, decayAll }, 0.01);
  const optimizer: Optimizer<MomentSlot> = {
    kind: "adamW",
    config: { ...options, ...decay },
    mode: "step",
    state: momentState,
    update: (u) => {
      const { parameter, gradient } = decoupledDecay(u, decay);
      const state = nextMoments(u.state, gradient, options);
      return { parameter: parameter.sub(adamMove(u, state, options)), state };
    },
  };
  return optimizer;
}
