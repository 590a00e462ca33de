import { type Activation, numberOption } from "@neurite/plugin";
import { eluOf } from "./elu-of";

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
