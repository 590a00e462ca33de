import type { Tensor } from "@neurite/tensor";

/** What happens to the gradients of all parameters between the backward pass and the optimizer, as an expression. */
export interface Clipping {
  /** Gives as many gradients as it got, each in its type. */
  apply(gradients: readonly Tensor[]): readonly Tensor[];
}
