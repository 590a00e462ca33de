import { numberOption, type Optimizer } from "@neurite/plugin";
import { constant, type Tensor } from "@neurite/tensor";
import { biasCorrection } from "./bias-correction";
import { flush } from "./flush";
import { type MomentOptions, momentOptions } from "./moment-options";
import { type MomentSlot, momentState, nextMoments } from "./next-moments";
import { coupledDecay, decayOptions, decoupledDecay, type WeightDecayOptions } from "./weight-decay";

/** `weightDecay` is 0 unless told otherwise. */
export interface NadamOptions extends MomentOptions, WeightDecayOptions {
  /** How fast the momentum grows from `beta1 / 2` to `beta1`: 0.004 unless told otherwise. */
  readonly momentumDecay?: number | undefined;
  /** Whether weights decay beside the step, as in `adamW`, rather than by the gradient, as in `adam`: false unless told otherwise. */
  readonly decoupled?: boolean | undefined;
}

/**
 * Adam that looks ahead along its momentum, as Nesterov.
 *
 * Formula: the moments m and v of {@link adam}, `μₜ = beta1 · (1 - 0.96^(t · momentumDecay) / 2)`, `Πₜ = μ₁ · … · μₜ`, and
 * `w ← w - learningRate · ((1 - μₜ) / (1 - Πₜ) · g + μₜ₊₁ / (1 - Πₜ · μₜ₊₁) · m) / (√(v / (1 - beta2ᵗ)) + epsilon)`.
 * As in PyTorch, but that biases and norms do not decay unless `decayAll` says so; Keras has `momentumDecay: 1` and `epsilon: 1e-7`.
 * Shapes: any parameter, kept; two numbers are kept for each, and one more, Π.
 * Throws `bad-argument` for a beta outside [0, 1), an epsilon that is not above 0, a momentumDecay or weightDecay below 0.
 * Source: Dozat, "Incorporating Nesterov momentum into Adam" (2016).
 *
 * @example
 * ```ts
 * import { nadam } from "@neurite/network";
 *
 * const keras = nadam({ momentumDecay: 1, epsilon: 1e-7 });
 * console.log(keras.kind); // → nadam
 * ```
 */
export function nadam(given: NadamOptions = {}): Optimizer {
  const { momentumDecay = 0.004, weightDecay, decayAll, decoupled = false, ...rest } = given;
  const options = momentOptions("nadam", rest);
  numberOption("nadam", "momentumDecay", momentumDecay, "a number from 0 up", (x) => x >= 0);
  const decay = decayOptions("nadam", { weightDecay, decayAll });
  const { beta1, beta2, epsilon } = options;
  const momentumAt = (step: Tensor) =>
    constant(0.96, "float64").pow(step.mul(momentumDecay)).mul(-0.5).add(1).mul(beta1);
  const optimizer: Optimizer<MomentSlot | "momentumProduct"> = {
    kind: "nadam",
    config: { ...options, momentumDecay, ...decay, decoupled },
    mode: "step",
    state: (parameter) => ({ ...momentState(parameter), momentumProduct: { shape: [], dtype: "float64" } }),
    update: (u) => {
      const { parameter, gradient } = (decoupled ? decoupledDecay : coupledDecay)(u, decay);
      const moments = nextMoments(u.state, gradient, options);
      const made = u.step.add(1);
      const [momentum, nextMomentum] = [momentumAt(made), momentumAt(made.add(1))];
      // what is kept starts at 0, a product at 1
      const product = flush(u.step.equal(0).where(1, u.state.momentumProduct).mul(momentum));
      // the correction of v is drawn out of the root, as in `adamMove`
      const root = biasCorrection(beta2, made).sqrt();
      const missing = (share: Tensor) => share.neg().add(1);
      const rate = u.learningRate.cast("float64").mul(root);
      const ofGradient = rate.mul(missing(momentum)).div(missing(product)).cast(gradient.dtype);
      const ofMoment = rate
        .mul(nextMomentum)
        .div(missing(product.mul(nextMomentum)))
        .cast(gradient.dtype);
      const size = moments.secondMoment.sqrt().add(root.mul(epsilon).cast(gradient.dtype));
      const move = gradient.mul(ofGradient).add(moments.firstMoment.mul(ofMoment)).div(size);
      return { parameter: parameter.sub(move), state: { ...moments, momentumProduct: product } };
    },
  };
  return optimizer;
}
