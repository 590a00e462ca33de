import { numberOption, type Optimizer } from "@neurite/plugin";
import { type AdamSlot, adamMove, type MomentOptions, momentOptions } from "./adam-move";
import { likeParameter } from "./like-parameter";

export interface AdamWOptions extends MomentOptions {
  /** Shrinks weights by this share of the learning rate each step: 0.01 unless told otherwise. Biases and norms are left alone. */
  readonly weightDecay?: number | undefined;
}

/**
 * Adam with weight decay that its division does not distort.
 *
 * Formula: `w ← w · (1 - learningRate · weightDecay)` where the parameter decays, then a step of {@link adam} with the gradient as it is.
 * As in PyTorch. Shapes: any parameter, kept; two numbers are kept for each.
 * Throws `bad-argument` for a beta outside [0, 1), an epsilon that is not above 0, a weightDecay below 0.
 * Source: Loshchilov and Hutter, "Decoupled weight decay regularization" (2019).
 *
 * @example
 * ```ts
 * import { adamW } from "@neurite/network";
 *
 * console.log(adamW({ weightDecay: 0.1 }).config); // → { beta1: 0.9, beta2: 0.999, epsilon: 1e-8, weightDecay: 0.1 }
 * ```
 */
export function adamW({ weightDecay = 0.01, ...rest }: AdamWOptions = {}): Optimizer {
  const options = momentOptions("adamW", rest);
  numberOption("adamW", "weightDecay", weightDecay, "a number from 0 up", (x) => x >= 0);
  const optimizer: Optimizer<AdamSlot> = {
    kind: "adamW",
    config: { ...options, weightDecay },
    mode: "step",
    state: (parameter) => ({ firstMoment: likeParameter(parameter), secondMoment: likeParameter(parameter) }),
    update: (u) => {
      const { move, state } = adamMove(u, u.gradient, options);
      const shrunk =
        u.decay && weightDecay > 0 ? u.parameter.mul(u.learningRate.mul(weightDecay).neg().add(1)) : u.parameter;
      return { parameter: shrunk.sub(move), state };
    },
  };
  return optimizer;
}
