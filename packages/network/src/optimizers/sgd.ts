import type { Optimizer } from "@neurite/plugin";
import { NeuriteError } from "@neurite/tensor";
import { shareOption } from "../share-option";
import { flush } from "./flush";
import { likeParameter } from "./like-parameter";
import { coupledDecay, decayOptions, type WeightDecayOptions } from "./weight-decay";

/** `weightDecay` is 0 unless told otherwise, and acts by the gradient of `weightDecay / 2 · Σ w²`. */
export interface SgdOptions extends WeightDecayOptions {
  /** How much of the last move goes on, from 0 to below 1: 0 unless told otherwise, 0.9 is usual. */
  readonly momentum?: number | undefined;
  /** Whether to look ahead along the momentum: false unless told otherwise. */
  readonly nesterov?: boolean | undefined;
  /** What share of each gradient but the first is kept out of the momentum: 0 unless told otherwise. */
  readonly dampening?: number | undefined;
}

/**
 * Gradient descent, plain or with momentum.
 *
 * Formula: `w ← w - learningRate · g`; with momentum `v ← momentum · v + (1 - dampening) · g` (at the first step `v ← g`) takes the place of
 * g, with Nesterov `g + momentum · v`. As in PyTorch, but that biases and norms do not decay unless `decayAll` says so; Keras has the learning
 * rate inside v, which differs where it changes. Shapes: any parameter, kept; momentum keeps one number for each.
 * Throws `bad-argument` for a momentum or dampening outside [0, 1), a weightDecay below 0, and for Nesterov without momentum or with dampening.
 * Source: Sutskever, Martens, Dahl and Hinton, "On the importance of initialization and momentum in deep learning" (2013).
 *
 * @example
 * ```ts
 * import { sgd } from "@neurite/network";
 *
 * console.log(sgd({ momentum: 0.9, nesterov: true }).kind); // → sgd
 * ```
 */
export function sgd({ momentum = 0, nesterov = false, dampening = 0, ...rest }: SgdOptions = {}): Optimizer {
  shareOption("sgd", "momentum", momentum);
  shareOption("sgd", "dampening", dampening);
  const decay = decayOptions("sgd", rest);
  if (nesterov && (momentum === 0 || dampening !== 0)) {
    throw new NeuriteError(
      "bad-argument",
      `sgd: "nesterov" needs a momentum above 0 and no dampening, got momentum ${momentum} and dampening ${dampening}. Pass momentum: 0.9.`,
    );
  }
  const identity = { kind: "sgd", config: { momentum, nesterov, dampening, ...decay }, mode: "step" } as const;
  const plain: Optimizer<never> = {
    ...identity,
    state: () => ({}),
    update: (u) => ({
      parameter: u.parameter.sub(coupledDecay(u, decay).gradient.mul(u.learningRate)),
      state: {},
    }),
  };
  const withMomentum: Optimizer<"velocity"> = {
    ...identity,
    state: (parameter) => ({ velocity: likeParameter(parameter) }),
    update: (u) => {
      const { gradient } = coupledDecay(u, decay);
      const damped = dampening > 0 ? u.step.equal(0).where(gradient, gradient.mul(1 - dampening)) : gradient;
      const velocity = flush(u.state.velocity.mul(momentum).add(damped));
      const direction = nesterov ? gradient.add(velocity.mul(momentum)) : velocity;
      return { parameter: u.parameter.sub(direction.mul(u.learningRate)), state: { velocity } };
    },
  };
  return momentum > 0 ? withMomentum : plain;
}
