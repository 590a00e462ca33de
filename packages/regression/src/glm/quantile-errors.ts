// Standard errors of regression quantiles by a kernel estimate of the misses' density at 0, with the conventions of statsmodels.

import type { ScaledColumn } from "../columns/scaled-column";
import { normalDistribution } from "../distributions/normal-distribution";
import { type PivotedQR, solveSeminormal } from "../linear-algebra/pivoted-qr";
import type { Fitted } from "./coefficients-of";
import { weightedTriangle } from "./weighted-triangle";

/** (X'X)⁻¹ X'DX (X'X)⁻¹ with D = (q / f)² above the line and ((1 - q) / f)² on and below it; null where no density f can be told. */
export function quantileErrors(
  columns: readonly ScaledColumn[],
  qr: PivotedQR,
  y: Float64Array,
  misses: Float64Array,
  quantile: number,
): { density: number; errorVector: NonNullable<Fitted["errorVector"]> } | null {
  const density = densityAtZero(y, misses, quantile);
  if (density === null) return null;
  const weights = misses.map((miss) => ((miss > 0 ? quantile : 1 - quantile) / density) ** 2);
  if (!weights.every((weight) => Number.isFinite(weight) && weight > 0)) return null;
  const inner = weightedTriangle(columns, new Float64Array(y.length), weights);
  const errorVector = (combination: Float64Array) => {
    const outer = solveSeminormal(qr, combination);
    const product = new Float64Array(combination.length);
    for (const [at, j] of inner.order.entries()) {
      const factor = outer[j] as number;
      for (let i = 0; i <= at; i++) product[i] = (product[i] as number) + factor * (inner.factor[at]?.[i] as number);
    }
    return product;
  };
  return { density, errorVector };
}

/** Epanechnikov's kernel with the bandwidth of Hall and Sheather (1988), brought to the misses' scale. */
function densityAtZero(y: Float64Array, misses: Float64Array, quantile: number): number | null {
  const rows = misses.length;
  const normal = normalDistribution();
  const z = normal.quantile(quantile);
  const part = (1.5 * normal.density(z) ** 2) / (2 * z * z + 1);
  const reach = ((part * normal.upperQuantile(0.025) ** 2) / rows) ** (1 / 3);
  if (quantile - reach <= 0 || quantile + reach >= 1) return null;
  const sorted = misses.slice().sort();
  const range = interpolated(sorted, 0.75) - interpolated(sorted, 0.25);
  const scale = Math.min(deviationOf(y), range / 1.34);
  const width = scale * (normal.quantile(quantile + reach) - normal.quantile(quantile - reach));
  if (!(width > 0)) return null;
  const sum = misses.reduce((total, miss) => total + Math.max(0, 0.75 * (1 - (miss / width) ** 2)), 0);
  const density = sum / (rows * width);
  return density > 0 && Number.isFinite(density) ? density : null;
}

function interpolated(sorted: Float64Array, share: number): number {
  const place = share * (sorted.length - 1);
  const below = Math.floor(place);
  const low = sorted[below] as number;
  const high = sorted[Math.min(sorted.length - 1, below + 1)] as number;
  return low + (place - below) * (high - low);
}

function deviationOf(values: Float64Array): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
}
