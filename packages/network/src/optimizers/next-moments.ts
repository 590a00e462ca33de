import type { Tensor, Type } from "@neurite/tensor";
import { likeParameter } from "./like-parameter";
import type { Moments } from "./moment-options";
import { movingAverage } from "./moving-average";

/** What Adam and its relatives keep for each number of a parameter. */
export type MomentSlot = "firstMoment" | "secondMoment";

/** The types of both. */
export function momentState(parameter: Type): Readonly<Record<MomentSlot, Type>> {
  return { firstMoment: likeParameter(parameter), secondMoment: likeParameter(parameter) };
}

/** The averages of the gradients and of their squares with this gradient in them. */
export function nextMoments(
  past: Readonly<Record<MomentSlot, Tensor>>,
  gradient: Tensor,
  { beta1, beta2 }: Pick<Moments, "beta1" | "beta2">,
): Readonly<Record<MomentSlot, Tensor>> {
  return {
    firstMoment: movingAverage(past.firstMoment, gradient, beta1),
    secondMoment: movingAverage(past.secondMoment, gradient.mul(gradient), beta2),
  };
}
