// Whether the residuals look as least squares takes them to be: without memory, and normal.
import { chiSquaredDistribution } from "../distributions/chi-squared-distribution";

/** Jarque and Bera's test of whether residuals are normal. */
export interface JarqueBera {
  /** n / 6 (skewness² + (kurtosis - 3)² / 4). */
  readonly statistic: number;
  /** By the chi-squared distribution with 2 degrees of freedom. */
  readonly pValue: number;
  /** m₃ / m₂^1.5 with the central moments mₖ = Σ (e - ē)ᵏ / n; 0 for normal ones. */
  readonly skewness: number;
  /** m₄ / m₂²; 3 for normal ones. */
  readonly kurtosis: number;
}

/** Durbin and Watson's Σ (eᵢ - eᵢ₋₁)² / Σ e²: about 2 where residuals have no memory of the row before; null where all are 0. */
export function durbinWatson(residuals: Float64Array): number | null {
  let steps = 0;
  let squares = 0;
  for (const [i, e] of residuals.entries()) {
    squares += e * e;
    if (i > 0) steps += (e - (residuals[i - 1] as number)) ** 2;
  }
  return squares > 0 ? steps / squares : null;
}

/** Jarque and Bera's test; null where all residuals are equal. */
export function jarqueBera(residuals: Float64Array): JarqueBera | null {
  const rows = residuals.length;
  const mean = residuals.reduce((sum, e) => sum + e, 0) / rows;
  const largest = residuals.reduce((most, e) => Math.max(most, Math.abs(e - mean)), 0);
  if (largest === 0) return null;
  // in units of the largest, so that no fourth power vanishes
  const moment = (power: number) => residuals.reduce((sum, e) => sum + ((e - mean) / largest) ** power, 0) / rows;
  const variance = moment(2);
  const skewness = moment(3) / (variance * Math.sqrt(variance));
  const kurtosis = moment(4) / variance ** 2;
  const statistic = (rows / 6) * (skewness ** 2 + (kurtosis - 3) ** 2 / 4);
  return { statistic, pValue: chiSquaredDistribution({ degreesOfFreedom: 2 }).upper(statistic), skewness, kurtosis };
}
