import type { Tensor } from "@neurite/tensor";

/** `c₀ + c₁ x + c₂ x² + …` by Horner's rule. */
export function polynomial(x: Tensor, coefficients: readonly number[]): Tensor {
  const [highest = 0, ...lower] = [...coefficients].reverse();
  const [next = 0, ...rest] = lower;
  return rest.reduce((sum, c) => sum.mul(x).add(c), x.mul(highest).add(next));
}
