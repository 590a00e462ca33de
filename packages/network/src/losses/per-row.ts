import type { Loss } from "@neurite/plugin";
import { constant, evaluate, gradient, type Tensor } from "@neurite/tensor";

/** For tests: the loss of each row, in the order of the rows. */
export function perRow(loss: Loss, prediction: Tensor, target: Tensor): number[] {
  return [...evaluate([loss.apply(prediction, target)])[0].data];
}

/** For tests: the gradient of the sum over rows with respect to a tensor. */
export function slope(loss: Loss, prediction: Tensor, target: Tensor, of: Tensor = prediction): number[] {
  const [g] = gradient(loss.apply(prediction, target).sum(), [of]);
  return g ? [...evaluate([g])[0].data] : [];
}

/** For tests: numbers in float64. */
export const wide = (numbers: readonly number[] | readonly (readonly number[])[]): Tensor =>
  constant(numbers, "float64");
