import type { Tensor } from "@neurite/tensor";

/**
 * `1/d₀ + x/d₁ + x²/d₂ + …` by Horner's rule.
 *
 * It takes the denominators, since bundlers drop an unused list of plain numbers, but not one of divisions.
 */
export function powerSeries(x: Tensor, denominators: readonly number[]): Tensor {
  const [highest = 1, next = 1, ...lower] = [...denominators].reverse();
  return lower.reduce((sum, d) => sum.mul(x).add(1 / d), x.mul(1 / highest).add(1 / next));
}
