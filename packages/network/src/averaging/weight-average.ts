import type { Tensor } from "@neurite/tensor";

/** Weights that follow the trained ones more calmly, as an expression; they start as the initial weights. */
export interface WeightAverage {
  /** The next average of a parameter, in its type. `step` counts the steps made before this one, one number in float64. */
  update(average: Tensor, parameter: Tensor, step: Tensor): Tensor;
}
