import { type Activation, numberOption } from "@neurite/plugin";
import { atMost } from "./at-most";

export interface ThresholdedReluOptions {
  /** What x has to exceed to be let through: 1 unless told otherwise. */
  readonly theta?: number | undefined;
}

/**
 * Lets x through where it exceeds a threshold.
 *
 * Formula: `f(x) = x` where `x > theta`, else 0; it jumps there, and its gradient at theta is 0. Shapes: any, kept.
 * Throws `bad-argument` for a theta that is not finite.
 * Source: Konda, Memisevic and Krueger, "Zero-bias autoencoders and the benefits of co-adapting features" (2015).
 *
 * @example
 * ```ts
 * import { thresholdedRelu } from "@neurite/activations";
 *
 * console.log(thresholdedRelu().config); // → { theta: 1 }
 * ```
 */
export function thresholdedRelu({ theta = 1 }: ThresholdedReluOptions = {}): Activation {
  numberOption("thresholdedRelu", "theta", theta);
  return { kind: "thresholdedRelu", config: { theta }, apply: (x) => atMost(x, theta).where(0, x) };
}
