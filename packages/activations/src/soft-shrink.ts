import { type Activation, numberOption } from "@neurite/plugin";

export interface SoftShrinkOptions {
  /** How far numbers are moved towards 0: ½ unless told otherwise. */
  readonly threshold?: number | undefined;
}

/**
 * Moves numbers towards 0, and makes small ones 0.
 *
 * Formula: `f(x) = x - threshold` where `x > threshold`, `x + threshold` where `x < -threshold`, else 0; its gradient at both ends is 0.
 * Shapes: any, kept. Throws `bad-argument` for a threshold below 0 or not finite.
 * Source: Donoho and Johnstone, "Ideal spatial adaptation by wavelet shrinkage" (1994).
 *
 * @example
 * ```ts
 * import { softShrink } from "@neurite/activations";
 *
 * console.log(softShrink().config); // → { threshold: 0.5 }
 * ```
 */
export function softShrink({ threshold = 0.5 }: SoftShrinkOptions = {}): Activation {
  numberOption("softShrink", "threshold", threshold, "a number from 0 up", (x) => x >= 0);
  return {
    kind: "softShrink",
    config: { threshold },
    apply: (x) => x.sub(threshold).maximum(0).add(x.add(threshold).minimum(0)),
  };
}
