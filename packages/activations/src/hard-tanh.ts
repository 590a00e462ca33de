import { type Activation, numberOption } from "@neurite/plugin";

export interface HardTanhOptions {
  /** The smallest result: -1 unless told otherwise. */
  readonly min?: number | undefined;
  /** The largest result: 1 unless told otherwise. */
  readonly max?: number | undefined;
}

/**
 * A tanh of three straight lines.
 *
 * Formula: `f(x) = min(max(x, min), max)`; its gradient at both ends is 0. Shapes: any, kept.
 * Throws `bad-argument` for a min that is not finite, and for a max that is not above it.
 * Source: Collobert, "Large scale machine learning" (2004).
 *
 * @example
 * ```ts
 * import { hardTanh } from "@neurite/activations";
 *
 * console.log(hardTanh({ max: 2 }).config); // → { min: -1, max: 2 }
 * ```
 */
export function hardTanh({ min = -1, max = 1 }: HardTanhOptions = {}): Activation {
  numberOption("hardTanh", "min", min);
  numberOption("hardTanh", "max", max, `a number above "min" (${min})`, (x) => x > min);
  return { kind: "hardTanh", config: { min, max }, apply: (x) => x.maximum(min).minimum(max) };
}
