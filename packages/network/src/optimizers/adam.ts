import { numberOption, type Optimizer } from "@neurite/plugin";
import { type AdamSlot, adamMove, type MomentOptions, momentOptions } from "./adam-move";
import { likeParameter } from "./like-parameter";
import { penalizedGradient } from "./penalized-gradient";

export interface AdamOptions extends MomentOptions {
  /** Pulls weights towards 0, by the gradient of `weightDecay / 2 · Σ w²`: 0 unless told otherwise. `adamW` does it better. */
  readonly weightDecay?: number | undefined;
}

/**
 * Steps of about the learning rate's length in each weight, whatever the size of its gradient. The first choice for most networks.
 *
 * Formula: `m ← beta1 · m + (1 - beta1) · g`, `v ← beta2 · v + (1 - beta2) · g²`, and at step t
 * `w ← w - learningRate · m / (1 - beta1ᵗ) / (√(v / (1 - beta2ᵗ)) + epsilon)`. As in PyTorch, but that biases and norms never decay.
 * Shapes: any parameter, kept; two numbers are kept for each.
 * Throws `bad-argument` for a beta outside [0, 1), an epsilon that is not above 0, a weightDecay below 0.
 * Source: Kingma and Ba, "Adam: a method for stochastic optimization" (2015).
 *
 * @example
 * ```ts
 * import { adam } from "@neurite/network";
 *
 * console.log(adam().config); // → { beta1: 0.9, beta2: 0.999, epsilon: 1e-8, weightDecay: 0 }
 * ```
 */
export function adam({ weightDecay = 0, ...rest }: AdamOptions = {}): Optimizer {
  const options = momentOptions("adam", rest);
  numberOption("adam", "weightDecay", weightDecay, "a number from 0 up", (x) => x >= 0);
  const optimizer: Optimizer<AdamSlot> = {
    kind: "adam",
    config: { ...options, weightDecay },
    mode: "step",
    state: (parameter) => ({ firstMoment: likeParameter(parameter), secondMoment: likeParameter(parameter) }),
    update: (u) => {
      const { move, state } = adamMove(u, penalizedGradient(u, weightDecay), options);
      return { parameter: u.parameter.sub(move), state };
    },
  };
  return optimizer;
}
