import { add, doubleDouble, subtract } from "../linear-algebra/double-double";
import { checkScale, checkShapeParameter } from "./check-parameter";
import { continuousDistribution } from "./continuous-distribution";
import type { Distribution } from "./distribution";
import { logGammaDistribution } from "./gamma-tails";
import { preciseExponential, preciseLogarithm } from "./precise-exponential";

/** Parameters of {@link gammaDistribution}. */
export interface GammaParameters {
  /** k, from 1e-10 to 1e15. */
  readonly shape: number;
  /** θ, above 0, in the unit of x; 1 unless told otherwise. The mean is shape · scale. */
  readonly scale?: number;
}

/**
 * The gamma distribution.
 *
 * Density: x^(k-1) e^(-x/θ) / (Γ(k) θ^k), for x of 0 and more; infinite at 0 for a shape below 1. Probabilities, density and quantiles to
 * a relative 1e-12. Errors: `bad-argument`, `not-finite`.
 * Source: DLMF 8.2 and 8.11.4, with the tails away from the mean by quadrature in log x.
 *
 * @example
 * ```ts
 * import { gammaDistribution } from "@neurite/regression";
 *
 * const waiting = gammaDistribution({ shape: 2, scale: 3 });
 * console.log(waiting.lower(6).toFixed(10)); // → 0.5939941503
 * console.log(waiting.upper(2000).toPrecision(12)); // → 1.97199174412e-287
 * ```
 */
export function gammaDistribution({ shape, scale = 1 }: GammaParameters): Distribution {
  const subject = "gammaDistribution";
  checkShapeParameter(subject, "shape", shape);
  checkScale(subject, "scale", scale);
  return scaledGamma(subject, shape, scale);
}

/** The gamma distribution under any of its names. */
export function scaledGamma(subject: string, shape: number, scale: number): Distribution {
  const logScale = preciseLogarithm(doubleDouble(scale));
  return continuousDistribution({
    subject,
    lowest: 0,
    highest: Number.POSITIVE_INFINITY,
    inner: logGammaDistribution(shape),
    toInner: (x) => subtract(preciseLogarithm(doubleDouble(x)), logScale),
    fromInner: (w) => preciseExponential(add(w, logScale)).high,
    logStretch: (x) => subtract(doubleDouble(0), preciseLogarithm(doubleDouble(x))),
    atEnd: (x) => (x > 0 || shape > 1 ? 0 : shape < 1 ? Number.POSITIVE_INFINITY : 1 / scale),
  });
}
