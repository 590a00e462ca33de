import { type Activation, numberOption, type Scope } from "@neurite/plugin";
import { oneHot, type Tensor, uniform } from "@neurite/tensor";
import { belowInfinity } from "./below-infinity";

export interface GumbelSoftmaxOptions {
  /** The smaller, the nearer to a choice of one class: 1 unless told otherwise. */
  readonly temperature?: number | undefined;
  /** Whether one class gets 1 and the others 0: false unless told otherwise. */
  readonly hard?: boolean | undefined;
}

/**
 * A random choice of a class along the last axis that gradients pass through.
 *
 * Formula: `softmax((x + g) / temperature)` while training, each g being `-log(-log u)` of a uniform u between 0 and 1 (Gumbel noise);
 * otherwise `softmax(x / temperature)`. With `hard` the largest becomes 1 and the others 0, the first among equals, and the gradient stays
 * that of the softmax (straight-through). Shapes: `[..., classes]`, kept.
 * Throws `bad-argument` for a temperature that is not finite and above 0.
 * Source: Jang, Gu and Poole, "Categorical reparameterization with Gumbel-softmax" (2017); Maddison, Mnih and Teh, "The concrete distribution" (2017).
 *
 * @example
 * ```ts
 * import { gumbelSoftmax } from "@neurite/activations";
 *
 * console.log(gumbelSoftmax({ temperature: 0.5 }).config); // → { temperature: 0.5, hard: false }
 * ```
 */
export function gumbelSoftmax({ temperature = 1, hard = false }: GumbelSoftmaxOptions = {}): Activation {
  numberOption("gumbelSoftmax", "temperature", temperature, "a number above 0", (x) => x > 0);
  return {
    kind: "gumbelSoftmax",
    config: { temperature, hard },
    apply: (x, scope) => {
      const noisy = scope.training ? x.add(gumbel(x, scope)) : x;
      const soft = belowInfinity(temperature === 1 ? noisy : noisy.div(temperature)).softmax();
      // soft - soft is 0 and lets the gradient through
      return hard ? chosen(soft).add(soft.sub(soft.stopGradient())) : soft;
    },
  };
}

/** Noise without infinities: u is at least half the step between uniform numbers, and the largest of these is a step below 1. */
function gumbel(x: Tensor, scope: Scope): Tensor {
  const halfStep = x.dtype === "float32" ? 2 ** -25 : 2 ** -54;
  const u = uniform(scope.key("noise"), x.shape, x.dtype).maximum(halfStep);
  return u.log().neg().log().neg();
}

function chosen(soft: Tensor): Tensor {
  return oneHot(soft.argmax(), soft.shape.at(-1) ?? 1, soft.dtype);
}
