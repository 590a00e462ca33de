import type { Activation } from "@neurite/plugin";
import { NeuriteError, type Tensor } from "@neurite/tensor";

type Approximation = "none" | "tanh";

export interface GeluOptions {
  /** "none" is the definition, "tanh" the approximation that GPT-2 and BERT were trained with: "none" unless told otherwise. */
  readonly approximate?: Approximation | undefined;
}

/**
 * The Gaussian error linear unit: x times the probability that a standard normal number is below x.
 *
 * Formula: `f(x) = x · ½ (1 + erf(x / √2))`, or with "tanh" `½ x (1 + tanh(√(2/π) (x + 0.044715 x³)))`. Shapes: any, kept.
 * Throws `bad-argument` for another approximation.
 * Source: Hendrycks and Gimpel, "Gaussian error linear units" (2016).
 *
 * @example
 * ```ts
 * import { gelu } from "@neurite/activations";
 *
 * console.log(gelu().config); // → { approximate: 'none' }
 * ```
 */
export function gelu({ approximate = "none" }: GeluOptions = {}): Activation {
  const form = approximationOf(approximate) === "tanh" ? byTanh : exact;
  return { kind: "gelu", config: { approximate }, apply: form };
}

/** Refuses anything but the two forms. */
export function approximationOf(given: string): Approximation {
  if (given === "none" || given === "tanh") return given;
  throw new NeuriteError(
    "bad-argument",
    `gelu: "approximate" should be "none" or "tanh", got ${JSON.stringify(given)}. Choose one of the two.`,
  );
}

/** Below this the probability is 0 in float64 already, so a bound changes nothing but -Infinity · 0. */
const lowest = -100;

function exact(x: Tensor): Tensor {
  const probability = x.mul(Math.SQRT1_2).erf().add(1).mul(0.5);
  return x.maximum(lowest).mul(probability);
}

function byTanh(x: Tensor): Tensor {
  const bounded = x.maximum(lowest);
  const inner = bounded.minimum(-lowest); // x³ of a large x overflows, and its gradient is then 0 · Infinity
  const cubic = inner.mul(inner).mul(0.044715).add(1).mul(inner);
  const probability = cubic.mul(0.7978845608028654).tanh().add(1).mul(0.5); // √(2/π)
  return bounded.mul(probability);
}
