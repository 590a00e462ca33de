import type { ScaledColumn } from "../columns/scaled-column";

/** Σ coefficient · column, row by row. */
export function sumOf(columns: readonly ScaledColumn[], coefficients: Float64Array, rows: number): Float64Array {
  const sum = new Float64Array(rows);
  for (const [j, { values, shift, scale }] of columns.entries()) {
    const factor = coefficients[j] as number;
    for (let row = 0; row < rows; row++) {
      sum[row] = (sum[row] as number) + factor * (((values[row] as number) - shift) * scale);
    }
  }
  return sum;
}
