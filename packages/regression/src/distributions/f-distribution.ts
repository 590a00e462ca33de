import { NeuriteError } from "@neurite/tensor";
import { add, doubleDouble, subtract } from "../linear-algebra/double-double";
import { logitBetaDistribution } from "./beta-tails";
import { checkShapeParameter } from "./check-parameter";
import { continuousDistribution } from "./continuous-distribution";
import type { Distribution } from "./distribution";
import { preciseExponential, preciseLogarithm } from "./precise-exponential";

/** Parameters of {@link fDistribution}. */
export interface FParameters {
  /** Those of the numerator and those of the denominator, each from 1e-10 to 1e15, whole or not. */
  readonly degreesOfFreedom: readonly [numerator: number, denominator: number];
}

/**
 * The F distribution: of the ratio of two means of squares of independent standard normal numbers.
 *
 * With d₁ and d₂ degrees of freedom d₁ x / (d₁ x + d₂) has the beta distribution of α = d₁/2 and β = d₂/2. For x of 0 and more; the density is
 * infinite at 0 for d₁ below 2. Probabilities, density and quantiles to a relative 1e-12.
 * Errors: `bad-argument`, `not-finite`. Source: Abramowitz and Stegun, "Handbook of Mathematical Functions", 26.6.
 *
 * @example
 * ```ts
 * import { fDistribution } from "@neurite/regression";
 *
 * const f = fDistribution({ degreesOfFreedom: [2, 20] });
 * console.log(f.upper(3.5).toFixed(10)); // → 0.0497350221
 * console.log(f.upperQuantile(0.05).toFixed(10)); // → 3.4928284767
 * ```
 */
export function fDistribution({ degreesOfFreedom }: FParameters): Distribution {
  const subject = "fDistribution";
  if (!Array.isArray(degreesOfFreedom) || degreesOfFreedom.length !== 2) {
    const message = `${subject}: "degreesOfFreedom" should be a list of two numbers, got ${String(degreesOfFreedom)}.`;
    throw new NeuriteError("bad-argument", `${message} Give those of the numerator, then those of the denominator.`);
  }
  const [numerator, denominator] = degreesOfFreedom;
  checkShapeParameter(subject, "degreesOfFreedom[0]", numerator);
  checkShapeParameter(subject, "degreesOfFreedom[1]", denominator);
  const logRatio = subtract(preciseLogarithm(doubleDouble(numerator)), preciseLogarithm(doubleDouble(denominator)));
  return continuousDistribution({
    subject,
    lowest: 0,
    highest: Number.POSITIVE_INFINITY,
    inner: logitBetaDistribution(numerator / 2, denominator / 2),
    toInner: (x) => add(preciseLogarithm(doubleDouble(x)), logRatio),
    fromInner: (w) => preciseExponential(subtract(w, logRatio)).high,
    logStretch: (x) => subtract(doubleDouble(0), preciseLogarithm(doubleDouble(x))),
    atEnd: (x) => (x > 0 || numerator > 2 ? 0 : numerator < 2 ? Number.POSITIVE_INFINITY : 1),
  });
}
