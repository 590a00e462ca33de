// Iterative refinement: what the rounding of the QR left wrong in a solution is found again in its residuals, computed in
// double-double arithmetic (a number as an unevaluated sum of two float64, about 31 digits; Dekker 1971, Knuth's two-sum).
// The correction comes from the QR's own triangle (corrected seminormal equations, Björck 1987).
import { type PivotedQR, solveSeminormal } from "./pivoted-qr";
import type { ScaledColumn } from "./scaled-column";

/** Coefficients in scaled units, each `high + low`, with the residual sum of squares they leave. */
export interface Refined {
  readonly high: Float64Array;
  readonly low: Float64Array;
  readonly residualSumOfSquares: number;
}

const maxSteps = 6;
const block = 512;

/** Refines a first solution until corrections no longer reach the last bit, or stop helping. */
export function refine(
  columns: readonly ScaledColumn[],
  target: ScaledColumn,
  weights: Float64Array | undefined,
  qr: PivotedQR,
  start: Float64Array,
): Refined {
  let high: Float64Array = start.slice();
  let low: Float64Array = new Float64Array(start.length);
  let best: Refined | undefined;
  let lastStep = Number.POSITIVE_INFINITY;
  // By how much one correction shrinks the error, at worst.
  const contraction = Math.min(1, 2 ** -50 * qr.condition ** 2);
  for (let step = 0; step < maxSteps; step++) {
    const { sum, gradient } = residuals(columns, target, weights, high, low);
    if (best !== undefined && sum > best.residualSumOfSquares * (1 + 1e-10)) return best;
    best = { high, low, residualSumOfSquares: sum };
    if (sum === 0 || columns.length === 0) return best;
    const correction = solveSeminormal(qr, gradient);
    const gain = correction.reduce((total, c, j) => total + c * (gradient[j] as number), 0);
    const stride = correction.reduce((size, c) => Math.max(size, Math.abs(c)), 0);
    if (!(stride <= lastStep / 2)) return best;
    lastStep = stride;
    // Thirty bits more than float64 holds, since the intercept is a difference of products that may nearly cancel.
    const largest = high.reduce((size, b) => Math.max(size, Math.abs(b)), 0);
    const settled = correction.every(
      (c, j) => Math.abs(c) * contraction <= 2 ** -56 * Math.max(Math.abs(high[j] as number), largest * 2 ** -30),
    );
    [high, low] = corrected(high, low, correction);
    if (settled && gain < 1e-6 * sum) return { high, low, residualSumOfSquares: sum - Math.max(0, gain) };
  }
  return best ?? { high, low, residualSumOfSquares: 0 };
}

function corrected(high: Float64Array, low: Float64Array, by: Float64Array): [Float64Array, Float64Array] {
  const nextHigh = new Float64Array(high.length);
  const nextLow = new Float64Array(high.length);
  for (let j = 0; j < high.length; j++) {
    const a = high[j] as number;
    const c = by[j] as number;
    const s = a + c;
    const v = s - a;
    const e = a - (s - v) + (c - v) + (low[j] as number);
    nextHigh[j] = s + e;
    nextLow[j] = e - (s + e - s);
  }
  return [nextHigh, nextLow];
}

/** The weighted sum of squared residuals and X'W r, residuals and sums in double-double. */
function residuals(
  columns: readonly ScaledColumn[],
  target: ScaledColumn,
  weights: Float64Array | undefined,
  high: Float64Array,
  low: Float64Array,
): { sum: number; gradient: Float64Array } {
  const rows = target.values.length;
  const rh = new Float64Array(block);
  const rl = new Float64Array(block);
  const gh = new Float64Array(columns.length);
  const gl = new Float64Array(columns.length);
  let sum = 0;
  for (let from = 0; from < rows; from += block) {
    const count = Math.min(block, rows - from);
    for (let i = 0; i < count; i++) {
      const y = target.values[from + i] as number;
      const s = y - target.shift;
      const v = s - y;
      rh[i] = s * target.scale;
      rl[i] = (y - (s - v) - (target.shift + v)) * target.scale;
    }
    for (const [j, column] of columns.entries()) {
      subtractMultiple(column, from, count, high[j] as number, low[j] as number, rh, rl);
    }
    let part = 0;
    for (let i = 0; i < count; i++) {
      const weight = weights === undefined ? 1 : (weights[from + i] as number);
      const r = rh[i] as number;
      part += weight * r * r;
      if (weight !== 1) weigh(weight, i, rh, rl);
    }
    sum += part;
    for (const [j, column] of columns.entries()) addDot(column, from, count, rh, rl, j, gh, gl);
  }
  return { sum, gradient: gh.map((value, j) => value + (gl[j] as number)) };
}

/** Factor of Dekker's splitting of a float64 into two halves of 26 bits. */
const splitter = 134217729;

/** r -= (values - shift) * scale * (bh + bl) for a block of rows. */
function subtractMultiple(
  { values, shift, scale }: ScaledColumn,
  from: number,
  count: number,
  bh: number,
  bl: number,
  rh: Float64Array,
  rl: Float64Array,
): void {
  let split = splitter * bh;
  const b1 = split - (split - bh);
  const b2 = bh - b1;
  for (let i = 0; i < count; i++) {
    const x = values[from + i] as number;
    // Two-sum: x - shift is exactly s + e.
    const s = x - shift;
    const v = s - x;
    const xh = s * scale;
    const xl = (x - (s - v) - (shift + v)) * scale;
    // Two-product: xh * bh is exactly p + its error.
    const p = xh * bh;
    split = splitter * xh;
    const x1 = split - (split - xh);
    const x2 = xh - x1;
    const q = x2 * b2 - (p - x1 * b1 - x2 * b1 - x1 * b2) + xh * bl + xl * bh;
    const r = rh[i] as number;
    const t = r - p;
    const u = t - r;
    const e = r - (t - u) - (p + u) + ((rl[i] as number) - q);
    const sum = t + e;
    rh[i] = sum;
    rl[i] = e - (sum - t);
  }
}

/** g[j] += sum of (values - shift) * scale * r over a block of rows. */
function addDot(
  { values, shift, scale }: ScaledColumn,
  from: number,
  count: number,
  rh: Float64Array,
  rl: Float64Array,
  j: number,
  gh: Float64Array,
  gl: Float64Array,
): void {
  let h = gh[j] as number;
  let l = gl[j] as number;
  for (let i = 0; i < count; i++) {
    const x = values[from + i] as number;
    const s = x - shift;
    const v = s - x;
    const xh = s * scale;
    const xl = (x - (s - v) - (shift + v)) * scale;
    const r = rh[i] as number;
    const p = xh * r;
    let split = splitter * xh;
    const x1 = split - (split - xh);
    const x2 = xh - x1;
    split = splitter * r;
    const r1 = split - (split - r);
    const r2 = r - r1;
    const q = x2 * r2 - (p - x1 * r1 - x2 * r1 - x1 * r2) + xh * (rl[i] as number) + xl * r;
    const t = h + p;
    const u = t - h;
    l += h - (t - u) + (p - u) + q;
    h = t;
  }
  const sum = h + l;
  gh[j] = sum;
  gl[j] = l - (sum - h);
}

/** r[i] *= weight, keeping what rounding would lose. */
function weigh(weight: number, i: number, rh: Float64Array, rl: Float64Array): void {
  const r = rh[i] as number;
  const p = weight * r;
  let split = splitter * weight;
  const w1 = split - (split - weight);
  const w2 = weight - w1;
  split = splitter * r;
  const r1 = split - (split - r);
  const r2 = r - r1;
  rh[i] = p;
  rl[i] = w2 * r2 - (p - w1 * r1 - w2 * r1 - w1 * r2) + weight * (rl[i] as number);
}
