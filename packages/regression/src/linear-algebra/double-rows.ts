// The two inner loops of linear algebra over rows of double-double numbers, high and low parts in arrays of their own. The
// arithmetic of double-double.ts is written out: millions of small objects a second would be the price of calling it.
import { type DoubleDouble, normalized, splitter } from "./double-double";

/** Rows of numbers `high[i] + low[i]`. */
export interface DoubleRows {
  readonly high: Float64Array;
  readonly low: Float64Array;
}

/** Room for so many numbers, all 0. */
export function doubleRows(count: number): DoubleRows {
  return { high: new Float64Array(count), low: new Float64Array(count) };
}

/** Entry i of a list of double-double numbers. */
export function entryOf(rows: DoubleRows, i: number): DoubleDouble {
  return { high: rows.high[i] as number, low: rows.low[i] as number };
}

/** Sets entry i of a list of double-double numbers. */
export function setEntry(rows: DoubleRows, i: number, { high, low }: DoubleDouble): void {
  rows.high[i] = high;
  rows.low[i] = low;
}

/** Σ xᵢ yᵢ over `count` rows from `atX` and `atY` on, as if summed in twice the precision of float64. */
export function dotRows(x: DoubleRows, atX: number, y: DoubleRows, atY: number, count: number): DoubleDouble {
  const { high: xh, low: xl } = x;
  const { high: yh, low: yl } = y;
  let high = 0;
  let low = 0;
  for (let i = 0; i < count; i++) {
    const a = xh[atX + i] as number;
    const b = yh[atY + i] as number;
    const p = a * b;
    let split = splitter * a;
    const a1 = split - (split - a);
    const a2 = a - a1;
    split = splitter * b;
    const b1 = split - (split - b);
    const b2 = b - b1;
    const q = a2 * b2 - (p - a1 * b1 - a2 * b1 - a1 * b2) + (a * (yl[atY + i] as number) + b * (xl[atX + i] as number));
    const t = high + p;
    const u = t - high;
    low += high - (t - u) + (p - u) + q;
    high = t;
  }
  return normalized(high, low);
}

/** yᵢ -= factor · xᵢ over `count` rows from `atX` and `atY` on. */
export function subtractMultiple(
  factor: DoubleDouble,
  x: DoubleRows,
  atX: number,
  y: DoubleRows,
  atY: number,
  count: number,
): void {
  const { high: xh, low: xl } = x;
  const { high: yh, low: yl } = y;
  const { high: f, low: g } = factor;
  let split = splitter * f;
  const f1 = split - (split - f);
  const f2 = f - f1;
  for (let i = 0; i < count; i++) {
    const a = xh[atX + i] as number;
    const p = a * f;
    split = splitter * a;
    const a1 = split - (split - a);
    const a2 = a - a1;
    const q = a2 * f2 - (p - a1 * f1 - a2 * f1 - a1 * f2) + (a * g + f * (xl[atX + i] as number));
    const b = yh[atY + i] as number;
    const t = b - p;
    const u = t - b;
    const e = b - (t - u) - (p + u) + ((yl[atY + i] as number) - q);
    const sum = t + e;
    yh[atY + i] = sum;
    yl[atY + i] = e - (sum - t);
  }
}
