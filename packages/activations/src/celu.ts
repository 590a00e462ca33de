import { type Activation, numberOption } from "@neurite/plugin";
import { eluOf } from "./elu-of";

export interface CeluOptions {
  /** How far below 0 it goes, and how slowly: 1 unless told otherwise. */
  readonly alpha?: number | undefined;
}

/**
 * An exponential linear unit whose derivative has no jump at 0, whatever alpha is.
 *
 * Formula: `f(x) = x` where `x > 0`, else `alpha · (e^(x / alpha) - 1)`; its gradient at 0 is 1. Shapes: any, kept.
 * Throws `bad-argument` for an alpha that is not finite and above 0.
 * Source: Barron, "Continuously differentiable exponential linear units" (2017).
 *
 * @example
 * ```ts
 * import { celu } from "@neurite/activations";
 *
 * console.log(celu({ alpha: 2 }).config); // → { alpha: 2 }
 * ```
 */
export function celu({ alpha = 1 }: CeluOptions = {}): Activation {
  numberOption("celu", "alpha", alpha, "a number above 0", (x) => x > 0);
  return { kind: "celu", config: { alpha }, apply: (x) => eluOf(x, alpha, alpha) };
}
