import type { Optimizer } from "@neurite/plugin";
import { constant, greater, type Tensor } from "@neurite/tensor";
import { biasCorrection } from "./bias-correction";
import { type MomentOptions, momentOptions } from "./moment-options";
import { type MomentSlot, momentState, nextMoments } from "./next-moments";
import { coupledDecay, decayOptions, decoupledDecay, type WeightDecayOptions } from "./weight-decay";

/** `weightDecay` is 0 unless told otherwise. */
export interface RadamOptions extends MomentOptions, WeightDecayOptions {
  /** Whether weights decay beside the step, as in `adamW`, rather than by the gradient, as in `adam`: false unless told otherwise. */
  readonly decoupled?: boolean | undefined;
}

/**
 * Adam that begins as plain momentum, until the squares of its gradients are known well enough to divide by: no warm-up is needed.
 *
 * Formula: the moments m and v of {@link adam}, `ρ∞ = 2 / (1 - beta2) - 1`, `ρ = ρ∞ - 2t · beta2ᵗ / (1 - beta2ᵗ)`, `m̂ = m / (1 - beta1ᵗ)`;
 * up to ρ of 5 (for a beta2 of 0.999 the first five steps) `w ← w - learningRate · m̂`, beyond
 * `w ← w - learningRate · r · m̂ · √(1 - beta2ᵗ) / (√v + epsilon)` with `r² = (ρ - 4)(ρ - 2) ρ∞ / ((ρ∞ - 4)(ρ∞ - 2) ρ)`.
 * As in PyTorch, but that biases and norms do not decay unless `decayAll` says so. Shapes: any parameter, kept; two numbers are kept for each.
 * Throws `bad-argument` for a beta outside [0, 1), an epsilon that is not above 0, a weightDecay below 0.
 * Source: Liu et al., "On the variance of the adaptive learning rate and beyond" (2020).
 *
 * @example
 * ```ts
 * import { radam } from "@neurite/network";
 *
 * console.log(radam().kind); // → radam
 * ```
 */
export function radam({ weightDecay, decayAll, decoupled = false, ...rest }: RadamOptions = {}): Optimizer {
  const options = momentOptions("radam", rest);
  const decay = decayOptions("radam", { weightDecay, decayAll });
  const { beta1, beta2, epsilon } = options;
  const longest = 2 / (1 - beta2) - 1;
  const optimizer: Optimizer<MomentSlot> = {
    kind: "radam",
    config: { ...options, ...decay, decoupled },
    mode: "step",
    state: momentState,
    update: (u) => {
      const { parameter, gradient } = (decoupled ? decoupledDecay : coupledDecay)(u, decay);
      const moments = nextMoments(u.state, gradient, options);
      const made = u.step.add(1);
      const rate = u.learningRate.cast("float64").div(biasCorrection(beta1, made));
      const move = (share: Tensor) => moments.firstMoment.mul(share.cast(gradient.dtype));
      const plain = { parameter: parameter.sub(move(rate)), state: moments };
      // with a beta2 of up to 2/3 nothing is ever known well enough
      if (longest <= 5) return plain;
      const seen = biasCorrection(beta2, made);
      const length = constant(beta2, "float64").pow(made).mul(made).mul(-2).div(seen).add(longest);
      const rectified = greater(length, 5);
      // not below 5, so that no root of a negative number is taken where it is not needed
      const long = length.maximum(5);
      const share = long.sub(4).mul(long.sub(2)).mul(longest);
      const rectification = share.div(long.mul((longest - 4) * (longest - 2))).sqrt();
      const adaptive = rate.mul(seen.sqrt()).mul(rectification);
      const size = rectified.where(moments.secondMoment.sqrt().add(epsilon), 1);
      return { parameter: parameter.sub(move(rectified.where(adaptive, rate)).div(size)), state: moments };
    },
  };
  return optimizer;
}
