import { type Activation, numberOption } from "@neurite/plugin";
import { atMost } from "./at-most";

export interface HardShrinkOptions {
  /** What |x| has to exceed to be let through: ½ unless told otherwise. */
  readonly threshold?: number | undefined;
}

/**
 * Makes small numbers 0, and leaves the others as they are.
 *
 * Formula: `f(x) = x` where `|x| > threshold`, else 0; it jumps there, and its gradient at both ends is 0. Shapes: any, kept.
 * Throws `bad-argument` for a threshold below 0 or not finite.
 * Source: Donoho and Johnstone, "Ideal spatial adaptation by wavelet shrinkage" (1994).
 *
 * @example
 * ```ts
 * import { hardShrink } from "@neurite/activations";
 *
 * console.log(hardShrink().config); // → { threshold: 0.5 }
 * ```
 */
export function hardShrink({ threshold = 0.5 }: HardShrinkOptions = {}): Activation {
  numberOption("hardShrink", "threshold", threshold, "a number from 0 up", (x) => x >= 0);
  return { kind: "hardShrink", config: { threshold }, apply: (x) => atMost(x.abs(), threshold).where(0, x) };
}
