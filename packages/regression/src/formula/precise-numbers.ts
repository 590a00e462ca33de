import { type ColumnValues, readColumn } from "../columns";
import { parseDecimal } from "../parse-decimal";
import type { PreciseColumn } from "../precise-column";

/** Checks a column of numbers cell by cell, and keeps the digits of decimal text that float64 has no room for. */
export function preciseNumbers(column: ColumnValues, subject: string): PreciseColumn {
  const high = readColumn(column, subject);
  let low: Float64Array | undefined;
  if (column instanceof Float64Array) return { high };
  for (let row = 0; row < high.length; row++) {
    const cell = column[row];
    const rest = typeof cell === "string" ? (parseDecimal(cell)?.low ?? 0) : 0;
    if (rest === 0) continue;
    low ??= new Float64Array(high.length);
    low[row] = rest;
  }
  return { high, low };
}
