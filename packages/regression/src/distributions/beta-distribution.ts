import { add, divide, doubleDouble, one, subtract, twoSum } from "../linear-algebra/double-double";
import { logitBetaDistribution } from "./beta-tails";
import { checkShapeParameter } from "./check-parameter";
import { continuousDistribution } from "./continuous-distribution";
import type { Distribution } from "./distribution";
import { preciseExponential, preciseLogarithm } from "./precise-exponential";

/** Parameters of {@link betaDistribution}. */
export interface BetaParameters {
  /** α, from 1e-10 to 1e15: the power of x is α - 1. */
  readonly alpha: number;
  /** β, from 1e-10 to 1e15: the power of 1 - x is β - 1. */
  readonly beta: number;
}

/**
 * The beta distribution.
 *
 * Density: x^(α-1) (1 - x)^(β-1) / B(α, β), for x from 0 to 1; infinite at 0 for α below 1, at 1 for β below 1. Probabilities, density and
 * quantiles to a relative 1e-12. Errors: `bad-argument`, `not-finite`.
 * Source: DLMF 8.17, with the tails away from the mean by quadrature in log(x / (1 - x)).
 *
 * @example
 * ```ts
 * import { betaDistribution } from "@neurite/regression";
 *
 * const share = betaDistribution({ alpha: 2, beta: 3 });
 * console.log(share.lower(0.4).toFixed(10)); // → 0.5248000000
 * console.log(share.quantile(0.5248).toFixed(10)); // → 0.4000000000
 * ```
 */
export function betaDistribution({ alpha, beta }: BetaParameters): Distribution {
  const subject = "betaDistribution";
  checkShapeParameter(subject, "alpha", alpha);
  checkShapeParameter(subject, "beta", beta);
  const logs = (x: number) => [preciseLogarithm(doubleDouble(x)), preciseLogarithm(twoSum(1, -x))] as const;
  return continuousDistribution({
    subject,
    lowest: 0,
    highest: 1,
    inner: logitBetaDistribution(alpha, beta),
    toInner: (x) => subtract(...logs(x)),
    fromInner: (w) => {
      const odds = preciseExponential({ high: -Math.abs(w.high), low: w.high > 0 ? -w.low : w.low });
      return divide(w.high > 0 ? one : odds, add(one, odds)).high;
    },
    logStretch: (x) => subtract(doubleDouble(0), add(...logs(x))),
    atEnd: (x) => {
      const [own, other] = x === 0 ? [alpha, beta] : [beta, alpha];
      return own > 1 ? 0 : own < 1 ? Number.POSITIVE_INFINITY : other;
    },
  });
}
