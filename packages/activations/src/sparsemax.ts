import type { Activation } from "@neurite/plugin";
import { greater, not, or, type Tensor } from "@neurite/tensor";
import { belowInfinity } from "./below-infinity";

/**
 * Probabilities along the last axis, of which all but a few are 0: the point of the simplex nearest to x.
 *
 * Formula: `f(x)ᵢ = max(xᵢ - tau, 0)` with the tau that makes their sum 1. i is among those above 0, the support, where
 * `Σⱼ max(xⱼ - xᵢ, 0) < 1`; then `tau = (Σ x - 1) / n` over the n numbers of the support. Each pair is compared, so the work grows
 * with the square of the classes. Shapes: `[..., classes]`, kept.
 * Source: Martins and Astudillo, "From softmax to sparsemax: a sparse model of attention and multi-label classification" (2016).
 *
 * @example
 * ```ts
 * import { sparsemax } from "@neurite/activations";
 *
 * console.log(sparsemax.kind); // → sparsemax
 * ```
 */
export const sparsemax: Activation = { kind: "sparsemax", apply: nearestProbabilities };

function nearestProbabilities(given: Tensor): Tensor {
  const x = belowInfinity(given);
  // The largest is in the support, and what is 1 or more below it is not: with numbers from -2 to 0 nothing overflows or loses digits.
  const z = x.sub(x.max(-1, { keep: true }).stopGradient()).maximum(-2);
  const rivals = z.reshape([...z.shape.slice(0, -1), 1, ...z.shape.slice(-1)]);
  const pairs = rivals.sub(z.reshape([...z.shape, 1]));
  const above = pairs.maximum(0).sum(-1);
  // "at least 1" does not hold for NaN, which then stays
  const outside = or(greater(above, 1), above.equal(1));
  const size = not(outside).cast(z.dtype).sum(-1, { keep: true });
  const tau = outside.where(0, z).sum(-1, { keep: true }).sub(1).div(size);
  return outside.where(0, z.sub(tau));
}
