import { numberOption, type Update } from "@neurite/plugin";
import { constant, type Tensor } from "@neurite/tensor";
import { shareOption } from "../share-option";
import { movingAverage } from "./moving-average";

/** What Adam keeps for each number of a parameter. */
export type AdamSlot = "firstMoment" | "secondMoment";

/** The options that adam and adamW share. */
export interface MomentOptions {
  /** How slowly the average of the gradients forgets: 0.9 unless told otherwise. */
  readonly beta1?: number | undefined;
  /** How slowly the average of their squares forgets: 0.999 unless told otherwise. */
  readonly beta2?: number | undefined;
  /** Keeps the division from 0: 1e-8 unless told otherwise. */
  readonly epsilon?: number | undefined;
}

/** The options with every gap filled, and refused where they make no sense. */
export function momentOptions(kind: string, { beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8 }: MomentOptions) {
  shareOption(kind, "beta1", beta1);
  shareOption(kind, "beta2", beta2);
  numberOption(kind, "epsilon", epsilon, "a number above 0", (x) => x > 0);
  return { beta1, beta2, epsilon };
}

type Moments = ReturnType<typeof momentOptions>;

/**
 * The next moments and what is to be taken off the parameter.
 *
 * Formula (algorithm 1 of the paper): `learningRate · m̂ / (√v̂ + epsilon)` with `m̂ = m / (1 - beta1ᵗ)` and `v̂ = v / (1 - beta2ᵗ)`.
 * The corrections are one number each a step; they are worked out in float64, where 1 - beta2 keeps its digits, and both are drawn out of
 * the fraction, so that one root and one division a number remain.
 */
export function adamMove(u: Update<AdamSlot>, gradient: Tensor, { beta1, beta2, epsilon }: Moments) {
  const { dtype } = gradient;
  const firstMoment = movingAverage(u.state.firstMoment, gradient, beta1);
  const secondMoment = movingAverage(u.state.secondMoment, gradient.mul(gradient), beta2);
  const made = u.step.add(1);
  const missing = (beta: number) => constant(beta, "float64").pow(made).neg().add(1);
  const root = missing(beta2).sqrt();
  const rate = u.learningRate.cast("float64").mul(root).div(missing(beta1)).cast(dtype);
  const move = firstMoment.mul(rate).div(secondMoment.sqrt().add(root.mul(epsilon).cast(dtype)));
  return { move, state: { firstMoment, secondMoment } };
}
