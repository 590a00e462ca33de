// How sure coefficients and sums of them are, by the covariance R⁻¹ M R⁻ᵀ of the scaled coefficients.
import { cholesky, solveCholesky } from "../linear-algebra/cholesky";
import { type DoubleRows, dotRows } from "../linear-algebra/double-rows";
import { type PreciseTriangle, solveTransposedPrecisely } from "../linear-algebra/precise-triangle";

/** M, row by row. */
export interface Uncertainty {
  readonly triangle: PreciseTriangle;
  readonly covariance: Float64Array;
}

/** The standard error of Σ cⱼ bⱼ, in units of the scaled target. */
export function standardErrorOf({ triangle, covariance }: Uncertainty, c: Float64Array): number {
  return lengthBy(covariance, solveTransposedPrecisely(triangle, c).high);
}

/** √(z'M z) */
export function lengthBy(covariance: Float64Array, z: Float64Array): number {
  const size = z.length;
  let sum = 0;
  for (let i = 0; i < size; i++) {
    let product = 0;
    for (let j = 0; j < size; j++) product += (covariance[i * size + j] as number) * (z[j] as number);
    sum += product * (z[i] as number);
  }
  return Math.sqrt(Math.max(0, sum));
}

/**
 * Wald's F: b'V⁻¹b / q of the q coefficients from number `first` on, with V their covariance; null where V is singular.
 *
 * Those coefficients are R₂⁻¹ times the last rows of Rb, and V is R₂⁻¹ M₂ R₂⁻ᵀ with the last rows and columns of M, so R drops out.
 */
export function waldF(
  { triangle: { size, data }, covariance }: Uncertainty,
  estimates: DoubleRows,
  first: number,
): number | null {
  const all = estimates.high.length;
  const count = all - first;
  if (count === 0) return null;
  const turned = new Float64Array(count);
  const part = new Float64Array(count * count);
  const row = { high: new Float64Array(all), low: new Float64Array(all) };
  for (let i = first; i < all; i++) {
    for (let j = i; j < all; j++) {
      row.high[j] = data.high[j * size + i] as number;
      row.low[j] = data.low[j * size + i] as number;
    }
    turned[i - first] = dotRows(row, i, estimates, i, all - i).high;
    for (let j = first; j < all; j++) part[(i - first) * count + j - first] = covariance[i * all + j] as number;
  }
  const factor = cholesky(part, count);
  if (factor === undefined) return null;
  const solved = solveCholesky(factor, count, turned);
  return solved.reduce((sum, x, i) => sum + x * (turned[i] as number), 0) / count;
}
