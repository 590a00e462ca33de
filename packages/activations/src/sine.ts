import { type Activation, numberOption } from "@neurite/plugin";
import { angle } from "./angle";

export interface SineOptions {
  /** How many radians pass while x grows by 1: 1 unless told otherwise. */
  readonly frequency?: number | undefined;
}

/**
 * The sine: for functions with much detail, such as signals and images.
 *
 * Formula: `f(x) = sin(frequency · x)`. Shapes: any, kept. It has no limit at ±Infinity, and is NaN there.
 * Throws `bad-argument` for a frequency that is not finite.
 * Source: Sitzmann, Martel, Bergman, Lindell and Wetzstein, "Implicit neural representations with periodic activation functions" (2020).
 *
 * @example
 * ```ts
 * import { sine } from "@neurite/activations";
 *
 * console.log(sine({ frequency: 30 }).config); // → { frequency: 30 }
 * ```
 */
export function sine({ frequency = 1 }: SineOptions = {}): Activation {
  numberOption("sine", "frequency", frequency);
  return { kind: "sine", config: { frequency }, apply: (x) => angle(x, frequency).sin() };
}
