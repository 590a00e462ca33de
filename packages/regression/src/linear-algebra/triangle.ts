// Householder QR over row blocks: each block is folded into one upper triangle R, so a table of any length is read once and
// the work stays in the processor's cache. R has what pivoting needs: a column's norms in R are its norms in the table.
import type { ScaledColumn } from "../columns/scaled-column";
import { foldRows } from "./fold-rows";

/** A square matrix, column by column: the entry of row i and column j is `data[j * size + i]`. */
export interface Triangle {
  readonly size: number;
  readonly data: Float64Array;
}

/** Upper triangle R of the QR decomposition of the columns, their rows multiplied by the square roots of the weights. */
export function triangleOf(columns: readonly ScaledColumn[], weights: Float64Array | undefined): Triangle {
  const size = columns.length;
  const rows = columns[0]?.values.length ?? 0;
  const height = Math.max(32, Math.min(1024, Math.floor(16384 / Math.max(1, size))));
  // one column more, of zeros, beside which an odd last one is folded
  const data = new Float64Array((size + 1) * size);
  const block = new Float64Array((size + 1) * height);
  const roots = weights === undefined ? undefined : new Float64Array(height);
  for (let from = 0; from < rows; from += height) {
    const count = Math.min(height, rows - from);
    for (let i = 0; roots !== undefined && i < count; i++) roots[i] = Math.sqrt(weights?.[from + i] as number);
    for (const [j, column] of columns.entries()) readRows(column, from, count, roots, block, j * height);
    foldRows(data, size, block, height, count);
  }
  return { size, data: data.slice(0, size * size) };
}

function readRows(
  { values, low, shift, scale }: ScaledColumn,
  from: number,
  count: number,
  roots: Float64Array | undefined,
  into: Float64Array,
  at: number,
): void {
  for (let i = 0; i < count; i++) into[at + i] = ((values[from + i] as number) - shift) * scale;
  if (low !== undefined) {
    for (let i = 0; i < count; i++) into[at + i] = (into[at + i] as number) + (low[from + i] as number) * scale;
  }
  if (roots === undefined) return;
  for (let i = 0; i < count; i++) into[at + i] = (into[at + i] as number) * (roots[i] as number);
}
