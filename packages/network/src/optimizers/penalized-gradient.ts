import type { Update } from "@neurite/plugin";
import type { Tensor } from "@neurite/tensor";

/** The gradient with that of the penalty `weightDecay / 2 · Σ w²` added, for a parameter that decays. */
export function penalizedGradient({ gradient, parameter, decay }: Update<never>, weightDecay: number): Tensor {
  return decay && weightDecay > 0 ? gradient.add(parameter.mul(weightDecay)) : gradient;
}
