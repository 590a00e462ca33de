import { log1p, type Tensor } from "@neurite/tensor";

/**
 * `log(1 + e^z)` and `log(1 + e^-z)`, which are `-log` of the two probabilities that a sigmoid of z gives; finite for every z.
 *
 * |z| and max(z, 0) by one choice: the gradients of `abs` and `maximum` at 0 are 0 both, and would add up to 0 or 1 instead of ½.
 */
export function softplusPair(z: Tensor): { readonly up: Tensor; readonly down: Tensor } {
  const negative = z.less(0);
  const rest = log1p(negative.where(z, z.neg()).exp());
  return { up: negative.where(0, z).add(rest), down: negative.where(z.neg(), 0).add(rest) };
}
