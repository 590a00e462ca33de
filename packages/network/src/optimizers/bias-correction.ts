import { constant, type Tensor } from "@neurite/tensor";

/**
 * How much of an average that started at 0 is made of what it saw: `1 - betaᵗ` after t steps; dividing by it corrects the average.
 *
 * One number in float64, where `1 - 0.999` keeps its digits.
 */
export function biasCorrection(beta: number, steps: Tensor): Tensor {
  return constant(beta, "float64").pow(steps).neg().add(1);
}
