// Iterative refinement: what the rounding of the QR left wrong in a solution is found again in its residuals, computed in
// double-double arithmetic. The correction comes from the QR's own triangle (corrected seminormal equations, Björck 1987).

import type { ScaledColumn } from "../columns/scaled-column";
import { add, type DoubleDouble, doubleDouble, multiply } from "../linear-algebra/double-double";
import { type DoubleRows, dotRows, doubleRows, entryOf, setEntry } from "../linear-algebra/double-rows";
import { type PivotedQR, solveSeminormal } from "../linear-algebra/pivoted-qr";
import { residualBlocks } from "./residual-blocks";

/** Coefficients in scaled units with the residual sum of squares they leave. */
export interface Refined {
  readonly estimates: DoubleRows;
  readonly residualSumOfSquares: number;
}

const maxSteps = 6;

/** Refines a first solution until corrections no longer reach the last bit, or stop helping. */
export function refine(
  columns: readonly ScaledColumn[],
  target: ScaledColumn,
  weights: Float64Array | undefined,
  qr: PivotedQR,
  start: Float64Array,
): Refined {
  let estimates: DoubleRows = { high: start, low: new Float64Array(start.length) };
  let best: Refined | undefined;
  let lastStep = Number.POSITIVE_INFINITY;
  // By how much one correction shrinks the error, at worst.
  const contraction = Math.min(1, 2 ** -50 * qr.condition ** 2);
  for (let step = 0; step < maxSteps; step++) {
    const { sum, gradient } = residuals(columns, target, weights, estimates);
    if (best !== undefined && sum > best.residualSumOfSquares * (1 + 1e-10)) return best;
    best = { estimates, residualSumOfSquares: sum };
    if (sum === 0 || columns.length === 0) return best;
    const correction = solveSeminormal(qr, gradient);
    const gain = correction.reduce((total, c, j) => total + c * (gradient[j] as number), 0);
    const stride = correction.reduce((size, c) => Math.max(size, Math.abs(c)), 0);
    if (!(stride <= lastStep / 2)) return best;
    lastStep = stride;
    // Thirty bits more than float64 holds, since the intercept is a difference of products that may nearly cancel.
    const { high } = estimates;
    const largest = high.reduce((size, b) => Math.max(size, Math.abs(b)), 0);
    const settled = correction.every(
      (c, j) => Math.abs(c) * contraction <= 2 ** -56 * Math.max(Math.abs(high[j] as number), largest * 2 ** -30),
    );
    estimates = corrected(estimates, correction);
    if (settled && gain < 1e-6 * sum) return { estimates, residualSumOfSquares: sum - Math.max(0, gain) };
  }
  return best ?? { estimates, residualSumOfSquares: 0 };
}

function corrected(estimates: DoubleRows, by: Float64Array): DoubleRows {
  const next = doubleRows(by.length);
  for (let j = 0; j < by.length; j++) {
    setEntry(next, j, add(entryOf(estimates, j), doubleDouble(by[j] as number)));
  }
  return next;
}

/** The weighted sum of squared residuals and X'W r, residuals and sums in double-double. */
function residuals(
  columns: readonly ScaledColumn[],
  target: ScaledColumn,
  weights: Float64Array | undefined,
  estimates: DoubleRows,
): { sum: number; gradient: Float64Array } {
  const gradient: DoubleDouble[] = columns.map(() => doubleDouble(0));
  let sum = doubleDouble(0);
  for (const { from, count, height, design, residuals: r } of residualBlocks(columns, target, estimates)) {
    const weighted = weights === undefined ? r : weigh(weights, from, count, r);
    sum = add(sum, dotRows(r, 0, weighted, 0, count));
    for (const [j, part] of gradient.entries()) {
      gradient[j] = add(part, dotRows(design, j * height, weighted, 0, count));
    }
  }
  return { sum: sum.high, gradient: Float64Array.from(gradient, (part) => part.high) };
}

/** weights · r for a block of rows. */
function weigh(weights: Float64Array, from: number, count: number, r: DoubleRows): DoubleRows {
  const weighted = doubleRows(count);
  for (let i = 0; i < count; i++) {
    setEntry(weighted, i, multiply(entryOf(r, i), doubleDouble(weights[from + i] as number)));
  }
  return weighted;
}
