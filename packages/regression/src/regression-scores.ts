import { NeuriteError } from "@neurite/tensor";
import { type ColumnValues, readColumn } from "./columns/columns";
import { average } from "./columns/scaled-column";

/** How far predictions are from the truth. */
export interface RegressionScores {
  readonly rows: number;
  /** 1 - Σ (y - p)² / Σ (y - ȳ)²; null for fewer than 2 rows, a constant target, or a ratio beyond float64. */
  readonly r2: number | null;
  /** √(mean of (y - p)²), in the target's unit; null for 0 rows. */
  readonly rmse: number | null;
  /** Mean of |y - p|, in the target's unit; null for 0 rows. */
  readonly mae: number | null;
}

/**
 * Scores predictions against the truth: R², root mean squared error, mean absolute error.
 *
 * Never NaN: what cannot be said is null. Errors: `bad-data` (lengths), `bad-cell` (a value is no finite number).
 *
 * @example
 * ```ts
 * import { regressionScores } from "@neurite/regression";
 *
 * console.log(regressionScores([1, 2, 3], [1, 2, 4])); // → { rows: 3, r2: 0.5, rmse: 0.5773502691896257, mae: 0.3333333333333333 }
 * ```
 */
export function regressionScores(target: ColumnValues, prediction: ColumnValues): RegressionScores {
  const y = readColumn(target, "regressionScores: the target").high;
  const p = readColumn(prediction, "regressionScores: the prediction").high;
  const rows = y.length;
  if (p.length !== rows) {
    throw new NeuriteError(
      "bad-data",
      `regressionScores: target and prediction should be equally long, got ${rows} and ${p.length}. Score the same rows.`,
    );
  }
  if (rows === 0) return { rows, r2: null, rmse: null, mae: null };
  // Everything is measured in a power of two near the largest value, so that no square or difference overflows.
  let largest = 0;
  for (let row = 0; row < rows; row++) {
    largest = Math.max(largest, Math.abs(y[row] as number), Math.abs(p[row] as number));
  }
  const unit = largest > 0 ? 2 ** Math.max(-1000, Math.floor(Math.log2(largest))) : 1;
  const scaled = y.map((value) => value / unit);
  const mean = average(scaled, undefined);
  let squares = 0;
  let distances = 0;
  let spread = 0;
  for (let row = 0; row < rows; row++) {
    const miss = (scaled[row] as number) - (p[row] as number) / unit;
    squares += miss * miss;
    distances += Math.abs(miss);
    spread += ((scaled[row] as number) - mean) ** 2;
  }
  const r2 = 1 - squares / spread;
  return {
    rows,
    r2: rows < 2 || spread === 0 || !Number.isFinite(r2) ? null : r2,
    rmse: finite(Math.sqrt(squares / rows) * unit),
    mae: finite((distances / rows) * unit),
  };
}

function finite(value: number): number {
  return Number.isFinite(value) ? value : Number.MAX_VALUE;
}
