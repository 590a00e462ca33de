import type { Optimizer } from "@neurite/plugin";
import { constant, or, type Tensor } from "@neurite/tensor";
import { adamMove } from "./adam-move";
import { type MomentOptions, momentOptions } from "./moment-options";
import { type MomentSlot, momentState, nextMoments } from "./next-moments";
import { decayOptions, decays, type WeightDecayOptions } from "./weight-decay";

/** `epsilon` is 1e-6 and `weightDecay` 0.01 unless told otherwise. `decayAll` lets biases and norms decay and be measured like weights. */
export interface LambOptions extends MomentOptions, WeightDecayOptions {}

const norm = (x: Tensor) => x.mul(x).sum().sqrt();

/**
 * Adam whose step is measured by the length of each parameter: for batches of thousands of rows.
 *
 * Formula: `r = m̂ / (√v̂ + epsilon) + weightDecay · w` with the corrected moments of {@link adam}, `w ← w - learningRate · ‖w‖ / ‖r‖ · r`; where
 * a norm is 0 the ratio is 1. Biases and the scales of norms get neither decay nor ratio, as in the authors' code: a bias that starts at 0
 * would hardly move; `decayAll` treats them as weights. Shapes: any parameter, kept, its norm being taken over all its numbers; two numbers are
 * kept for each. Throws `bad-argument` for a beta outside [0, 1), an epsilon that is not above 0, a weightDecay below 0.
 * Source: You et al., "Large batch optimization for deep learning: training BERT in 76 minutes" (2020).
 *
 * @example
 * ```ts
 * import { lamb } from "@neurite/network";
 *
 * console.log(lamb().kind); // → lamb
 * ```
 */
export function lamb({ weightDecay, decayAll, epsilon = 1e-6, ...rest }: LambOptions = {}): Optimizer {
  const options = momentOptions("lamb", { epsilon, ...rest });
  const decay = decayOptions("lamb", { weightDecay, decayAll }, 0.01);
  const optimizer: Optimizer<MomentSlot> = {
    kind: "lamb",
    config: { ...options, ...decay },
    mode: "step",
    state: momentState,
    update: (u) => {
      const { parameter, gradient, learningRate } = u;
      const state = nextMoments(u.state, gradient, options);
      const one = constant(1, gradient.dtype);
      const adapted = adamMove({ ...u, learningRate: one }, state, { ...options, epsilonHat: false });
      const move = decays(u, decay) ? adapted.add(parameter.mul(decay.weightDecay)) : adapted;
      if (!u.decay && !decay.decayAll) return { parameter: parameter.sub(move.mul(learningRate)), state };
      const [length, moved] = [norm(parameter), norm(move)];
      const missing = moved.equal(0);
      const ratio = or(length.equal(0), missing).where(1, length.div(missing.where(1, moved)));
      return { parameter: parameter.sub(move.mul(ratio.mul(learningRate))), state };
    },
  };
  return optimizer;
}
