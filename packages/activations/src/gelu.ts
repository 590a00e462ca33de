import type { Activation } from "@neurite/plugin";
import { NeuriteError, type Tensor } from "@neurite/tensor";
import { gated } from "./gated";

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

/** The probability is 0 and 1 there, to the last bit of float64. */
const bounds = { closed: -100, open: 100 };

function exact(x: Tensor): Tensor {
  return gated(x, (inner) => inner.mul(Math.SQRT1_2).erf().add(1).mul(0.5), bounds);
}

function byTanh(x: Tensor): Tensor {
  return gated(
    x,
    (inner) => {
      const cubic = inner.mul(inner).mul(0.044715).add(1).mul(inner);
      return cubic.mul(0.7978845608028654).tanh().add(1).mul(0.5); // √(2/π)
    },
    bounds,
  );
}
