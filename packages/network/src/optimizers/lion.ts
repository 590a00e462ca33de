import type { Optimizer } from "@neurite/plugin";
import { shareOption } from "../share-option";
import { likeParameter } from "./like-parameter";
import { movingAverage } from "./moving-average";
import { decayOptions, decoupledDecay, type WeightDecayOptions } from "./weight-decay";

/** `weightDecay` is 0 unless told otherwise, and shrinks weights by this share of the learning rate each step. */
export interface LionOptions extends WeightDecayOptions {
  /** How much of the average the direction takes: 0.9 unless told otherwise. */
  readonly beta1?: number | undefined;
  /** How slowly the average of the gradients forgets: 0.99 unless told otherwise. */
  readonly beta2?: number | undefined;
}

/**
 * Steps of the same length in every weight, by the sign alone: half the memory of Adam.
 *
 * Formula: `w ← w · (1 - learningRate · weightDecay) - learningRate · sign(beta1 · m + (1 - beta1) · g)`, `m ← beta2 · m + (1 - beta2) · g`;
 * the sign of 0 is 0. Its learning rate is 3 to 10 times smaller than Adam's, its weight decay as many times larger. Biases and norms do not
 * decay unless `decayAll` says so. Shapes: any parameter, kept; one number is kept for each.
 * Throws `bad-argument` for a beta outside [0, 1), a weightDecay below 0.
 * Source: Chen et al., "Symbolic discovery of optimization algorithms" (2023).
 *
 * @example
 * ```ts
 * import { lion } from "@neurite/network";
 *
 * console.log(lion({ weightDecay: 0.1 }).kind); // → lion
 * ```
 */
export function lion({ beta1 = 0.9, beta2 = 0.99, ...rest }: LionOptions = {}): Optimizer {
  shareOption("lion", "beta1", beta1);
  shareOption("lion", "beta2", beta2);
  const decay = decayOptions("lion", rest);
  const optimizer: Optimizer<"firstMoment"> = {
    kind: "lion",
    config: { beta1, beta2, ...decay },
    mode: "step",
    state: (parameter) => ({ firstMoment: likeParameter(parameter) }),
    update: (u) => {
      const { parameter, gradient } = decoupledDecay(u, decay);
      const direction = movingAverage(u.state.firstMoment, gradient, beta1).sign();
      const firstMoment = movingAverage(u.state.firstMoment, gradient, beta2);
      return { parameter: parameter.sub(direction.mul(u.learningRate)), state: { firstMoment } };
    },
  };
  return optimizer;
}
