import { logitBetaDistribution } from "./beta-tails";
import { checkShapeParameter } from "./check-parameter";
import type { Distribution } from "./distribution";
import { symmetricDistribution } from "./symmetric-distribution";

/** Parameters of {@link studentTDistribution}. */
export interface StudentTParameters {
  /** ν, from 1e-10 to 1e15, whole or not. */
  readonly degreesOfFreedom: number;
}

/**
 * Student's t distribution.
 *
 * Density: (1 + x²/ν)^(-(ν+1)/2) / (√ν B(½, ν/2)), on all numbers; x² / (ν + x²) has the beta distribution of α = ½ and β = ν/2.
 * Probabilities, density and quantiles to a relative 1e-12.
 * Errors: `bad-argument`, `not-finite`. Source: Abramowitz and Stegun, "Handbook of Mathematical Functions", 26.7.
 *
 * @example
 * ```ts
 * import { studentTDistribution } from "@neurite/regression";
 *
 * const t = studentTDistribution({ degreesOfFreedom: 10 });
 * console.log((2 * t.upper(2.5)).toFixed(10)); // → 0.0314468442
 * console.log(t.quantile(0.975).toFixed(10)); // → 2.2281388520
 * ```
 */
export function studentTDistribution({ degreesOfFreedom }: StudentTParameters): Distribution {
  const subject = "studentTDistribution";
  checkShapeParameter(subject, "degreesOfFreedom", degreesOfFreedom);
  const folded = logitBetaDistribution(0.5, degreesOfFreedom / 2);
  return symmetricDistribution({ subject, folded, unit: degreesOfFreedom, center: 0, scale: 1 });
}
