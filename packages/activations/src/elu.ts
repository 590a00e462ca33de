import { type Activation, numberOption } from "@neurite/plugin";
import { expm1, greater, type Tensor } from "@neurite/tensor";

export interface EluOptions {
  /** How far below 0 it goes: 1 unless told otherwise. */
  readonly alpha?: number | undefined;
}

/**
 * The exponential linear unit: relu with a smooth way down to `-alpha`.
 *
 * Formula: `f(x) = x` where `x > 0`, else `alpha · (e^x - 1)`; its gradient at 0 is `alpha`. Shapes: any, kept.
 * Throws `bad-argument` for an alpha below 0 or not finite.
 * Source: Clevert, Unterthiner and Hochreiter, "Fast and accurate deep network learning by exponential linear units" (2016).
 *
 * @example
 * ```ts
 * import { elu } from "@neurite/activations";
 *
 * console.log(elu().config); // → { alpha: 1 }
 * ```
 */
export function elu({ alpha = 1 }: EluOptions = {}): Activation {
  numberOption("elu", "alpha", alpha, "a number from 0 up", (x) => x >= 0);
  return { kind: "elu", config: { alpha }, apply: (x) => eluOf(x, alpha) };
}

/** The exponential sees no positive x: it would overflow, and 0 · Infinity in its gradient is NaN. */
export function eluOf(x: Tensor, alpha: number): Tensor {
  const positive = greater(x, 0);
  const below = expm1(positive.where(0, x));
  return positive.where(x, alpha === 1 ? below : below.mul(alpha));
}
