import type { Metric } from "@neurite/plugin";
import { checkPairs, rowsAndColumns } from "./check-pairs";
import { unitOf } from "./unit-of";

/**
 * The share of the target's variance that the prediction explains: 1 is perfect, 0 no better than the mean, below 0 worse.
 *
 * Formula: `1 - Σ (y - ŷ)² / Σ (y - ȳ)²`; of several columns the mean, each counting alike.
 * Shapes: prediction and target alike, `[rows]` or `[rows, ...]`. `null` for fewer than 2 rows, where the target is the same in every row
 * (of any column), and where a number or the result is not finite. Throws `bad-data` where the shapes differ.
 * Source: Wright, "Correlation and causation" (1921).
 *
 * @example
 * ```ts
 * import { r2 } from "@neurite/network";
 * import { value } from "@neurite/tensor";
 *
 * console.log(r2.compute(value([1, 2, 4]), value([1, 2, 3]))); // → 0.5
 * console.log(r2.compute(value([1, 2]), value([3, 3]))); // → null
 * ```
 */
export const r2: Metric = {
  kind: "r2",
  better: "higher",
  compute: (prediction, target) => {
    checkPairs("r2", prediction, target);
    const { rows, columns } = rowsAndColumns("r2", prediction);
    if (rows < 2 || columns === 0) return null;
    let sum = 0;
    for (let column = 0; column < columns; column++) {
      const pick = (data: ArrayLike<number>) =>
        Float64Array.from({ length: rows }, (_, row) => data[row * columns + column] as number);
      const explained = explainedBy(pick(prediction.data), pick(target.data));
      if (explained === null) return null;
      sum += explained / columns;
    }
    return Number.isFinite(sum) ? sum : null;
  },
};

function explainedBy(p: Float64Array, y: Float64Array): number | null {
  // asked of the numbers themselves, so that no rounding of their mean decides
  if (y.every((x) => x === y[0])) return null;
  const unit = unitOf([p, y]);
  if (unit === null) return null;
  const first = y.reduce((sum, x) => sum + x / unit, 0) / y.length;
  const mean = first + y.reduce((sum, x) => sum + (x / unit - first), 0) / y.length;
  let misses = 0;
  let spread = 0;
  for (let i = 0; i < y.length; i++) {
    const own = (y[i] as number) / unit;
    misses += (own - (p[i] as number) / unit) ** 2;
    spread += (own - mean) ** 2;
  }
  const explained = 1 - misses / spread;
  return Number.isFinite(explained) ? explained : null;
}
