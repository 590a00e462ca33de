import type { Optimizer } from "@neurite/plugin";
import { type AdamMoveOptions, adamMove, adamMoveOptions } from "./adam-move";
import { likeParameter } from "./like-parameter";
import { type MomentSlot, momentState, nextMoments } from "./next-moments";
import { coupledDecay, decayOptions, decoupledDecay, type WeightDecayOptions } from "./weight-decay";

/** `weightDecay` is 0 unless told otherwise. */
export interface AmsgradOptions extends AdamMoveOptions, WeightDecayOptions {
  /** Whether weights decay beside the step, as in `adamW`, rather than by the gradient, as in `adam`: false unless told otherwise. */
  readonly decoupled?: boolean | undefined;
}

/**
 * Adam whose steps never grow again where a gradient was once large: for losses on which Adam runs in circles.
 *
 * Formula: the moments of {@link adam}, `top ← max(top, v)`, and `top` in the place of v. It is PyTorch's `Adam(amsgrad=True)`, and with
 * `decoupled` its `AdamW(amsgrad=True)`, which decays by 0.01; but that biases and norms do not decay unless `decayAll` says so.
 * Shapes: any parameter, kept; three numbers are kept for each.
 * Throws `bad-argument` for a beta outside [0, 1), an epsilon that is not above 0, a weightDecay below 0.
 * Source: Reddi, Kale and Kumar, "On the convergence of Adam and beyond" (2018).
 *
 * @example
 * ```ts
 * import { amsgrad } from "@neurite/network";
 *
 * console.log(amsgrad({ decoupled: true, weightDecay: 0.01 }).kind); // → amsgrad
 * ```
 */
export function amsgrad(given: AmsgradOptions = {}): Optimizer {
  const { weightDecay, decayAll, decoupled = false, ...rest } = given;
  const options = adamMoveOptions("amsgrad", rest);
  const decay = decayOptions("amsgrad", { weightDecay, decayAll });
  const optimizer: Optimizer<MomentSlot | "top"> = {
    kind: "amsgrad",
    config: { ...options, ...decay, decoupled },
    mode: "step",
    state: (parameter) => ({ ...momentState(parameter), top: likeParameter(parameter) }),
    update: (u) => {
      const { parameter, gradient } = (decoupled ? decoupledDecay : coupledDecay)(u, decay);
      const moments = nextMoments(u.state, gradient, options);
      const top = u.state.top.maximum(moments.secondMoment);
      const move = adamMove(u, { ...moments, secondMoment: top }, options);
      return { parameter: parameter.sub(move), state: { ...moments, top } };
    },
  };
  return optimizer;
}
