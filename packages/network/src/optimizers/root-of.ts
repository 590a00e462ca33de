import type { Tensor } from "@neurite/tensor";

/** The root of a sum or mean of squares, kept from 0: `√s + epsilon` as in PyTorch, or `√(s + epsilon)` as in Keras. */
export function rootOf(squares: Tensor, epsilon: number, epsilonInside: boolean): Tensor {
  return epsilonInside ? squares.add(epsilon).sqrt() : squares.sqrt().add(epsilon);
}
