import type { Update } from "@neurite/plugin";
import type { Tensor } from "@neurite/tensor";
import { biasCorrection } from "./bias-correction";
import { type MomentOptions, type Moments, momentOptions } from "./moment-options";
import type { MomentSlot } from "./next-moments";

/** The options that adam, adamW and amsgrad share. */
export interface AdamMoveOptions extends MomentOptions {
  /** Whether epsilon is added before the root is corrected, as in Keras: false unless told otherwise. */
  readonly epsilonHat?: boolean | undefined;
}

/** The options with every gap filled. */
export interface AdamMove extends Moments {
  readonly epsilonHat: boolean;
}

/** Fills the gaps, and refuses what makes no sense. */
export function adamMoveOptions(kind: string, { epsilonHat = false, ...rest }: AdamMoveOptions): AdamMove {
  return { ...momentOptions(kind, rest), epsilonHat };
}

/**
 * What is to be taken off the parameter.
 *
 * Formula (algorithm 1 of the paper): `learningRate · m̂ / (√v̂ + epsilon)` with `m̂ = m / (1 - beta1ᵗ)` and `v̂ = v / (1 - beta2ᵗ)`; with
 * `epsilonHat` (its section 2) `learningRate · m̂ · √(1 - beta2ᵗ) / (√v + epsilon)`.
 * The corrections are one number each a step; they are worked out in float64, and both are drawn out of the fraction, so that one root and
 * one division a number remain.
 */
export function adamMove(
  { learningRate, step }: Pick<Update, "learningRate" | "step">,
  { firstMoment, secondMoment }: Readonly<Record<MomentSlot, Tensor>>,
  { beta1, beta2, epsilon, epsilonHat }: AdamMove,
): Tensor {
  const { dtype } = firstMoment;
  const made = step.add(1);
  const root = biasCorrection(beta2, made).sqrt();
  const rate = learningRate.cast("float64").mul(root).div(biasCorrection(beta1, made)).cast(dtype);
  const least = epsilonHat ? epsilon : root.mul(epsilon).cast(dtype);
  return firstMoment.mul(rate).div(secondMoment.sqrt().add(least));
}
