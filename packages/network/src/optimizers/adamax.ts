import type { Optimizer } from "@neurite/plugin";
import { biasCorrection } from "./bias-correction";
import { flush } from "./flush";
import { likeParameter } from "./like-parameter";
import { type MomentOptions, momentOptions } from "./moment-options";
import { movingAverage } from "./moving-average";
import { coupledDecay, decayOptions, type WeightDecayOptions } from "./weight-decay";

/** `weightDecay` is 0 unless told otherwise. */
export interface AdamaxOptions extends MomentOptions, WeightDecayOptions {
  /** Whether epsilon is added to each gradient's size, as in PyTorch, or when dividing, as in Keras: true unless told otherwise. */
  readonly epsilonInside?: boolean | undefined;
}

type Slot = "firstMoment" | "largest";

/**
 * Adam that divides by the largest gradient of late: calm where a few gradients are far larger than the others.
 *
 * Formula: `m ← beta1 · m + (1 - beta1) · g`, `u ← max(beta2 · u, |g| + epsilon)`, `w ← w - learningRate · m / (1 - beta1ᵗ) / u`.
 * As in PyTorch, but that biases and norms do not decay unless `decayAll` says so. With `epsilonInside: false` as in Keras:
 * `u ← max(beta2 · u, |g|)`, divided by `u + epsilon` (its epsilon is 1e-7). Shapes: any parameter, kept; two numbers are kept for each.
 * Throws `bad-argument` for a beta outside [0, 1), an epsilon that is not above 0, a weightDecay below 0.
 * Source: Kingma and Ba, "Adam: a method for stochastic optimization", section 7.1 (2015).
 *
 * @example
 * ```ts
 * import { adamax } from "@neurite/network";
 *
 * console.log(adamax().kind); // → adamax
 * ```
 */
export function adamax({ weightDecay, decayAll, epsilonInside = true, ...rest }: AdamaxOptions = {}): Optimizer {
  const options = momentOptions("adamax", rest);
  const decay = decayOptions("adamax", { weightDecay, decayAll });
  const { beta1, beta2, epsilon } = options;
  const optimizer: Optimizer<Slot> = {
    kind: "adamax",
    config: { ...options, epsilonInside, ...decay },
    mode: "step",
    state: (parameter) => ({ firstMoment: likeParameter(parameter), largest: likeParameter(parameter) }),
    update: (u) => {
      const { parameter, gradient } = coupledDecay(u, decay);
      const firstMoment = movingAverage(u.state.firstMoment, gradient, beta1);
      const size = epsilonInside ? gradient.abs().add(epsilon) : gradient.abs();
      const largest = flush(u.state.largest.mul(beta2).maximum(size));
      const rate = u.learningRate
        .cast("float64")
        .div(biasCorrection(beta1, u.step.add(1)))
        .cast(gradient.dtype);
      const move = firstMoment.mul(rate).div(epsilonInside ? largest : largest.add(epsilon));
      return { parameter: parameter.sub(move), state: { firstMoment, largest } };
    },
  };
  return optimizer;
}
