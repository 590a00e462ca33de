import type { Penalties } from "./standard-rows";

/**
 * An upper bound of how far the objective is above its minimum, written as a sum of parts that are each 0 at the minimum.
 *
 * Two feasible points of the dual problem are looked at, the better counts: the residuals themselves, where every column has a
 * squared penalty, and the residuals with √l2 β below them, shrunk until no column pulls more than l1.
 * `slope` is Z'r for the residuals r. Source: Kim, Koh, Lustig, Boyd and Gorinevsky, An interior-point method for large-scale
 * l1-regularized least squares, IEEE Journal of Selected Topics in Signal Processing 1 (2007), for the second.
 */
export function dualityGap(
  { l1, l2 }: Penalties,
  beta: Float64Array,
  slope: Float64Array,
  residualSquares: number,
): number {
  let shrink = 1;
  let squares = residualSquares;
  for (const [j, value] of beta.entries()) {
    const pull = Math.abs((slope[j] as number) - (l2[j] as number) * value);
    if (pull > (l1[j] as number)) shrink = Math.min(shrink, (l1[j] as number) / pull);
    squares += (l2[j] as number) * value * value;
  }
  let shrunk = 0.5 * (1 - shrink) ** 2 * squares;
  let whole = 0;
  for (const [j, value] of beta.entries()) {
    const [first, second, pull] = [l1[j] as number, l2[j] as number, slope[j] as number];
    shrunk += first * Math.abs(value) - shrink * value * (pull - second * value);
    const over = Math.max(0, Math.abs(pull) - first);
    whole += first * Math.abs(value) + 0.5 * second * value * value - value * pull;
    if (over > 0) whole += second > 0 ? (0.5 * over * over) / second : Number.POSITIVE_INFINITY;
  }
  return Math.max(0, Math.min(shrunk, whole));
}
