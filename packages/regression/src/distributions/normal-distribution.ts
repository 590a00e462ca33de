import { NeuriteError } from "@neurite/tensor";
import { checkScale } from "./check-parameter";
import type { Distribution } from "./distribution";
import { logGammaDistribution } from "./gamma-tails";
import { symmetricDistribution } from "./symmetric-distribution";

/** Parameters of {@link normalDistribution}. */
export interface NormalParameters {
  /** 0 unless told otherwise. */
  readonly mean?: number;
  /** Above 0; 1 unless told otherwise. */
  readonly standardDeviation?: number;
}

/**
 * The normal distribution.
 *
 * Density: e^(-z²/2) / (σ √2π) with z = (x - μ) / σ, on all numbers. Probabilities, density and quantiles to a relative 1e-12.
 * Errors: `bad-argument`. Source: DLMF 7.11.1, the tails as incomplete gamma functions.
 *
 * @example
 * ```ts
 * import { normalDistribution } from "@neurite/regression";
 *
 * const normal = normalDistribution();
 * console.log(normal.quantile(0.975).toFixed(10)); // → 1.9599639845
 * console.log(normal.upper(10).toPrecision(12)); // → 7.61985302416e-24
 * ```
 */
export function normalDistribution({ mean = 0, standardDeviation = 1 }: NormalParameters = {}): Distribution {
  const subject = "normalDistribution";
  if (typeof mean !== "number" || !Number.isFinite(mean)) {
    const message = `${subject}: "mean" should be a finite number, got ${String(mean)}.`;
    throw new NeuriteError("bad-argument", `${message} Leave out rows without a value before taking the mean.`);
  }
  checkScale(subject, "standardDeviation", standardDeviation);
  // z² / 2 has the gamma distribution of shape ½
  const folded = logGammaDistribution(0.5);
  return symmetricDistribution({ subject, folded, unit: 2, center: mean, scale: standardDeviation });
}
