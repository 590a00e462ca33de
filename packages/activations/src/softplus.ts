import { type Activation, numberOption } from "@neurite/plugin";
import { greater, log1p } from "@neurite/tensor";

export interface SoftplusOptions {
  /** The larger, the closer to relu: 1 unless told otherwise. */
  readonly beta?: number | undefined;
}

/**
 * A smooth relu, above 0 everywhere: for outputs that must be positive.
 *
 * Formula: `f(x) = log(1 + e^(beta · x)) / beta`, written as `max(x, 0) + log1p(e^-|x|)` so that nothing overflows; no threshold is
 * needed beyond which it becomes linear. Shapes: any, kept. Throws `bad-argument` for a beta that is not finite and above 0.
 * Source: Dugas, Bengio, Bélisle, Nadeau and Garcia, "Incorporating second-order functional knowledge for better option pricing" (2001).
 *
 * @example
 * ```ts
 * import { softplus } from "@neurite/activations";
 *
 * console.log(softplus().config); // → { beta: 1 }
 * ```
 */
export function softplus({ beta = 1 }: SoftplusOptions = {}): Activation {
  numberOption("softplus", "beta", beta, "a number above 0", (x) => x > 0);
  return {
    kind: "softplus",
    config: { beta },
    apply: (given) => {
      const x = beta === 1 ? given : given.mul(beta);
      const positive = greater(x, 0);
      // -|x| by a choice: the gradients of abs and maximum at 0 are 0, that of softplus is ½
      const small = positive.where(x.neg(), x).exp();
      const sum = positive.where(x, 0).add(log1p(small));
      return beta === 1 ? sum : sum.div(beta);
    },
  };
}
