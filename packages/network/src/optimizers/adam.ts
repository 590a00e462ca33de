import type { Optimizer } from "@neurite/plugin";
import { type AdamMoveOptions, adamMove, adamMoveOptions } from "./adam-move";
import { type MomentSlot, momentState, nextMoments } from "./next-moments";
import { coupledDecay, decayOptions, type WeightDecayOptions } from "./weight-decay";

/** `weightDecay` is 0 unless told otherwise, and acts by the gradient of `weightDecay / 2 · Σ w²`; `adamW` does it better. */
export interface AdamOptions extends AdamMoveOptions, WeightDecayOptions {}

/**
 * Steps of about the learning rate's length in each weight, whatever the size of its gradient. The first choice for most networks.
 *
 * Formula: `m ← beta1 · m + (1 - beta1) · g`, `v ← beta2 · v + (1 - beta2) · g²`, and at step t
 * `w ← w - learningRate · m / (1 - beta1ᵗ) / (√(v / (1 - beta2ᵗ)) + epsilon)`. As in PyTorch, but that biases and norms do not decay unless
 * `decayAll` says so; `epsilonHat` gives the form of Keras, `√v + epsilon` with the corrections outside (its epsilon is 1e-7).
 * Shapes: any parameter, kept; two numbers are kept for each.
 * Throws `bad-argument` for a beta outside [0, 1), an epsilon that is not above 0, a weightDecay below 0.
 * Source: Kingma and Ba, "Adam: a method for stochastic optimization" (2015).
 *
 * @example
 * ```ts
 * import { adam } from "@neurite/network";
 *
 * const keras = adam({ epsilon: 1e-7, epsilonHat: true });
 * console.log(keras.kind); // → adam
 * ```
 */
export function adam({ weightDecay, decayAll, ...rest }: AdamOptions = {}): Optimizer {
  const options = adamMoveOptions("adam", rest);
  const decay = decayOptions("adam", { weightDecay, decayAll });
  const optimizer: Optimizer<MomentSlot> = {
    kind: "adam",
    config: { ...options, ...decay },
    mode: "step",
    state: momentState,
    update: (u) => {
      const { parameter, gradient } = coupledDecay(u, decay);
      const state = nextMoments(u.state, gradient, options);
      return { parameter: parameter.sub(adamMove(u, state, options)), state };
    },
  };
  return optimizer;
}
