import { checkShapeParameter } from "./check-parameter";
import type { Distribution } from "./distribution";
import { scaledGamma } from "./gamma-distribution";

/** Parameters of {@link chiSquaredDistribution}. */
export interface ChiSquaredParameters {
  /** k, from 1e-10 to 1e15, whole or not. */
  readonly degreesOfFreedom: number;
}

/**
 * The chi-squared distribution: of the sum of k squares of independent standard normal numbers.
 *
 * Density: x^(k/2-1) e^(-x/2) / (2^(k/2) Γ(k/2)), for x of 0 and more; infinite at 0 for k below 2. Probabilities, density and quantiles
 * to a relative 1e-12. Errors: `bad-argument`, `not-finite`.
 * Source: Abramowitz and Stegun, "Handbook of Mathematical Functions", 26.4.
 *
 * @example
 * ```ts
 * import { chiSquaredDistribution } from "@neurite/regression";
 *
 * const chiSquared = chiSquaredDistribution({ degreesOfFreedom: 3 });
 * console.log(chiSquared.upper(7.814727903251179).toFixed(10)); // → 0.0500000000
 * console.log(chiSquared.upperQuantile(0.01).toFixed(10)); // → 11.3448667301
 * ```
 */
export function chiSquaredDistribution({ degreesOfFreedom }: ChiSquaredParameters): Distribution {
  const subject = "chiSquaredDistribution";
  checkShapeParameter(subject, "degreesOfFreedom", degreesOfFreedom);
  return scaledGamma(subject, degreesOfFreedom / 2, 2);
}
