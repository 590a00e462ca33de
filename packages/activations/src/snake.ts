import { type Activation, numberOption } from "@neurite/plugin";
import { greater } from "@neurite/tensor";
import { angle } from "./angle";
import { largest } from "./largest";

export interface SnakeOptions {
  /** How fast it waves: 1 unless told otherwise. */
  readonly frequency?: number | undefined;
}

/**
 * A straight line with waves: for what repeats and grows.
 *
 * Formula: `f(x) = x + sin²(frequency · x) / frequency`. Shapes: any, kept. At ±Infinity its derivative has no limit, and is NaN.
 * Throws `bad-argument` for a frequency that is not finite and above 0.
 * Source: Ziyin, Hartwig and Ueda, "Neural networks fail to learn periodic functions and how to fix it" (2020).
 *
 * @example
 * ```ts
 * import { snake } from "@neurite/activations";
 *
 * console.log(snake().config); // → { frequency: 1 }
 * ```
 */
export function snake({ frequency = 1 }: SnakeOptions = {}): Activation {
  numberOption("snake", "frequency", frequency, "a number above 0", (x) => x > 0);
  return {
    kind: "snake",
    config: { frequency },
    apply: (x) => {
      const wave = angle(x, frequency).sin();
      const height = wave.mul(wave).div(frequency);
      return greater(x.abs(), largest(x)).where(x, x.add(height));
    },
  };
}
