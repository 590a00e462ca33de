import { NeuriteError } from "@neurite/tensor";
import { type Columns, selectColumns, type Table } from "../columns/columns";
import type { Coefficient } from "./linear-fit";

/**
 * The fitted line's value in each row: b₀ + Σⱼ bⱼ xᵢⱼ.
 *
 * Needs every column that has a coefficient, in any order; other columns are not looked at. The result is in the target's unit.
 *
 * Errors: `missing-column`, `bad-cell`, `bad-data` (lengths, no column at all), `not-finite` (a sum beyond float64).
 *
 * @example
 * ```ts
 * import { leastSquares, predictLinear } from "@neurite/regression";
 *
 * const fit = leastSquares({ x: [1, 2, 3] }, [3, 5, 7]);
 * console.log([...predictLinear(fit, { x: [10, 20] })]); // → [ 21, 41 ]
 * ```
 */
export function predictLinear(
  fit: { readonly coefficients: readonly Coefficient[]; readonly intercept: number | null },
  columns: Columns,
): Float64Array {
  const names = fit.coefficients.map(({ name }) => name);
  const table = selectColumns(columns, names, "predictLinear");
  const estimates = fit.coefficients.map(({ estimate }) => estimate);
  return linearSum(table, estimates, fit.intercept ?? 0, "predictLinear");
}

/** intercept + Σ estimate * column, row by row. */
export function linearSum(
  { rows, columns }: Pick<Table, "rows" | "columns">,
  estimates: readonly number[],
  intercept: number,
  subject: string,
): Float64Array {
  const sums = new Float64Array(rows).fill(intercept);
  for (const [j, { high }] of columns.entries()) {
    const estimate = estimates[j] as number;
    for (let row = 0; row < rows; row++) sums[row] = (sums[row] as number) + estimate * (high[row] as number);
  }
  const row = sums.findIndex((sum) => !Number.isFinite(sum));
  if (row < 0) return sums;
  throw new NeuriteError(
    "not-finite",
    `${subject}: the sum in row ${row} (counted from 0) is too large for float64 (above 1.8e308). Look for a wrong unit in that row.`,
  );
}
