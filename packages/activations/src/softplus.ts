import { type Activation, numberOption } from "@neurite/plugin";
import { greater } from "@neurite/tensor";
import { softplusOf } from "./softplus-of";

export interface SoftplusOptions {
  /** The larger, the closer to relu: 1 unless told otherwise. */
  readonly beta?: number | undefined;
  /** Where `beta · x` is above it, x itself is given, as PyTorch does above 20: never unless told otherwise. */
  readonly threshold?: number | undefined;
}

/**
 * A smooth relu, above 0 everywhere: for outputs that must be positive.
 *
 * Formula: `f(x) = log(1 + e^(beta · x)) / beta`, in a form in which nothing overflows: no threshold is needed beyond which it
 * becomes linear, but one may be given. Shapes: any, kept. Throws `bad-argument` for a beta that is not finite and above 0, or a
 * threshold that is not finite.
 * Source: Dugas, Bengio, Bélisle, Nadeau and Garcia, "Incorporating second-order functional knowledge for better option pricing" (2001).
 *
 * @example
 * ```ts
 * import { softplus } from "@neurite/activations";
 *
 * console.log(softplus().config); // → { beta: 1 }
 * ```
 */
export function softplus({ beta = 1, threshold }: SoftplusOptions = {}): Activation {
  numberOption("softplus", "beta", beta, "a number above 0", (x) => x > 0);
  if (threshold === undefined) return { kind: "softplus", config: { beta }, apply: (x) => softplusOf(x, beta) };
  numberOption("softplus", "threshold", threshold);
  return {
    kind: "softplus",
    config: { beta, threshold },
    apply: (x) => greater(x.mul(beta), threshold).where(x, softplusOf(x, beta)),
  };
}
