// Columns in comparable units: each stands for (values - shift) * scale, at most about 1 in size. The scale is a power of
// two, so nothing is rounded by it, and the shift is taken off exactly where exactness is asked for.
import { twoSum } from "../linear-algebra/double-double";
import type { DoubleRows } from "../linear-algebra/double-rows";
import type { PreciseColumn } from "./precise-column";

/** How a column is brought to comparable units. */
export interface Scaling {
  readonly shift: number;
  readonly scale: number;
  /** `values` are the caller's numbers divided by 2 to this power; 0 unless they are near the ends of float64's range. */
  readonly exponent: number;
}

/** A column as the solvers see it: (values + low - shift) * scale. */
export interface ScaledColumn extends Scaling {
  readonly values: Float64Array;
  /** What the values miss of numbers more precise than float64. */
  readonly low?: Float64Array | undefined;
}

/** The column of ones that the intercept multiplies. */
export function onesColumn(rows: number): ScaledColumn {
  return { values: new Float64Array(rows).fill(1), shift: 0, scale: 1, exponent: 0 };
}

/** Chooses scale and, if `center`, shift of a column; a constant column then becomes exactly 0. */
export function scaleColumn(
  original: PreciseColumn,
  weights: Float64Array | undefined,
  center: boolean,
  tight = false,
): ScaledColumn {
  const [least, most] = bounds(original.high);
  const largest = Math.max(-least, most);
  const size = largest > 0 ? Math.floor(Math.log2(largest)) : 0;
  const exponent = Math.abs(size) > 400 ? size : 0;
  const values = divided(original.high, exponent);
  const shift = center ? average(values, weights) : 0;
  // Division and subtraction keep the order of numbers, so the farthest from the shift is one of the two at the ends.
  const spread = Math.max(shift - timesPowerOfTwo(least, -exponent), timesPowerOfTwo(most, -exponent) - shift, 0);
  // What a text like 0.1 has beyond float64 does not make a constant column vary.
  if (spread === 0) return { values, shift, scale: 1, exponent };
  const scale = tight ? 1 / deviation(values, shift, weights) : 2 ** -Math.ceil(Math.log2(spread));
  return rescaleColumn(original, { shift, scale: Number.isFinite(scale) ? scale : 1 / spread, exponent });
}

/** The smallest and the largest number of a column; 0 and 0 of none. */
function bounds(values: Float64Array): readonly [least: number, most: number] {
  let least = values[0] ?? 0;
  let most = least;
  for (let row = 1; row < values.length; row++) {
    least = Math.min(least, values[row] as number);
    most = Math.max(most, values[row] as number);
  }
  return [least, most];
}

/** A column in the units of another, for the rows to come. */
export function rescaleColumn({ high, low }: PreciseColumn, { shift, scale, exponent }: Scaling): ScaledColumn {
  const parts = { values: divided(high, exponent), low: low === undefined ? undefined : divided(low, exponent) };
  return { ...parts, shift, scale, exponent };
}

/** A part of a column, divided by 2^exponent. */
function divided(part: Float64Array, exponent: number): Float64Array {
  return exponent === 0 ? part : part.map((value) => timesPowerOfTwo(value, -exponent));
}

/** Writes rows of a scaled column in double-double, the shift taken off without error. */
export function writeRows(
  { values, low, shift, scale }: ScaledColumn,
  from: number,
  count: number,
  into: DoubleRows,
  at: number,
): void {
  for (let i = 0; i < count; i++) {
    const x = values[from + i] as number;
    const s = x - shift;
    const v = s - x;
    const e = x - (s - v) - (shift + v);
    into.high[at + i] = s * scale;
    into.low[at + i] = e * scale;
  }
  if (low === undefined) return;
  for (let i = 0; i < count; i++) {
    const s = into.high[at + i] as number;
    const exact = twoSum(s, (into.low[at + i] as number) + (low[from + i] as number) * scale);
    into.high[at + i] = exact.high;
    into.low[at + i] = exact.low;
  }
}

/** x times 2^exponent in steps that neither overflow nor vanish on the way. */
export function timesPowerOfTwo(x: number, exponent: number): number {
  const half = Math.trunc(exponent / 2);
  return x * 2 ** half * 2 ** (exponent - half);
}

/** The (weighted) mean, once more over what it left, so that a million rows cost no digits; exact for a constant column. */
export function average(values: Float64Array, weights: Float64Array | undefined): number {
  const first = values[0] ?? 0;
  const mean = first + meanAbove(values, weights, first);
  return mean + meanAbove(values, weights, mean);
}

function meanAbove(values: Float64Array, weights: Float64Array | undefined, base: number): number {
  if (weights === undefined) return values.length > 0 ? sumAbove(values, base) / values.length : 0;
  let sum = 0;
  let total = 0;
  for (let row = 0; row < values.length; row++) {
    const weight = weights[row] as number;
    sum += weight * ((values[row] as number) - base);
    total += weight;
  }
  return total > 0 ? sum / total : 0;
}

/** Σ (values - base) in four sums, of which none waits for another. */
function sumAbove(values: Float64Array, base: number): number {
  const fours = values.length - (values.length % 4);
  let [a, b, c, d] = [0, 0, 0, 0];
  for (let row = 0; row < fours; row += 4) {
    a += (values[row] as number) - base;
    b += (values[row + 1] as number) - base;
    c += (values[row + 2] as number) - base;
    d += (values[row + 3] as number) - base;
  }
  for (let row = fours; row < values.length; row++) a += (values[row] as number) - base;
  return a + b + (c + d);
}

function deviation(values: Float64Array, shift: number, weights: Float64Array | undefined): number {
  let sum = 0;
  let total = 0;
  for (let row = 0; row < values.length; row++) {
    const weight = weights === undefined ? 1 : (weights[row] as number);
    const above = (values[row] as number) - shift;
    sum += weight * above * above;
    total += weight;
  }
  return Math.sqrt(sum / total);
}
