// Mean and spread of any finite numbers: 1e308 and -1e308 in one column give finite results, and so do 1e-310 and 2e-310.

/** What a column's numbers come to; all 0 if there are none. */
export interface NumberStatistics {
  /** How many numbers there are (NaN is none). */
  readonly count: number;
  readonly distinct: number;
  readonly min: number;
  readonly max: number;
  readonly mean: number;
  readonly median: number;
  /** The standard deviation of these numbers as a whole: sqrt(Σ(x - mean)² / count); exactly 0 if all are equal. */
  readonly standardDeviation: number;
}

/** The statistics of the numbers among the values (of the rows given, or all). */
export function numberStatistics(values: Float64Array, rows?: Int32Array): NumberStatistics {
  // Sorted once, everything else is a pass over the numbers; NaN goes to the end.
  const sorted = rows === undefined ? values.slice() : Float64Array.from(rows, (row) => values[row] as number);
  sorted.sort();
  let count = sorted.length;
  while (count > 0 && Number.isNaN(sorted[count - 1])) count--;
  if (count === 0) return { count, distinct: 0, min: 0, max: 0, mean: 0, median: 0, standardDeviation: 0 };
  const [min, max] = [sorted[0] as number, sorted[count - 1] as number];
  let distinct = 1;
  for (let i = 1; i < count; i++) if (sorted[i] !== sorted[i - 1]) distinct++;
  const upper = sorted[count >> 1] as number;
  const lower = sorted[(count - 1) >> 1] as number;
  const median = lower === upper ? lower : lower / 2 + upper / 2;
  if (distinct === 1) return { count, distinct, min, max, mean: min, median, standardDeviation: 0 };
  return { count, distinct, min, max, median, ...meanAndDeviation(sorted.subarray(0, count), min, max) };
}

/** (x - mean) / deviation, without overflow on the way; 0 where the deviation is 0. */
export function standardise(x: number, mean: number, deviation: number): number {
  if (deviation === 0) return 0;
  const difference = x - mean;
  if (Number.isFinite(difference)) return difference / deviation;
  return ((x / 2 - mean / 2) / deviation) * 2;
}

/** mean + z · deviation; the largest number of float64 where that would overflow. */
export function unstandardise(z: number, mean: number, deviation: number): number {
  const x = mean + z * deviation;
  return Number.isNaN(x) ? x : Math.min(Number.MAX_VALUE, Math.max(-Number.MAX_VALUE, x));
}

function meanAndDeviation(numbers: Float64Array, min: number, max: number) {
  // A power of two scales without rounding.
  const scale = powerOfTwoNear(Math.max(Math.abs(min), Math.abs(max)));
  let sum = 0;
  for (const x of numbers) sum += x / scale;
  const centre = sum / numbers.length;
  let squares = 0;
  let rest = 0;
  for (const x of numbers) {
    const d = x / scale - centre;
    squares += d * d;
    rest += d;
  }
  // What rounding left of Σ(x - mean) is taken out again: Chan, Golub, LeVeque (1983), corrected two-pass.
  const variance = Math.max(0, squares - (rest * rest) / numbers.length) / numbers.length;
  const mean = Math.min(max, Math.max(min, (centre + rest / numbers.length) * scale));
  // At ±1.8e308 the last rounding may step over the largest number.
  return { mean, standardDeviation: Math.min(Number.MAX_VALUE, Math.sqrt(variance) * scale) };
}

// 2^800 and 2^-800: squares of what they scale neither overflow nor vanish.
function powerOfTwoNear(x: number): number {
  if (x > 1e100) return 6.668014432879854e240;
  if (x < 1e-100) return 1.499696813895631e-241;
  return 1;
}
