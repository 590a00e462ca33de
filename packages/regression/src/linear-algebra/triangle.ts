// Householder QR over row blocks: each block is folded into one upper triangle R, so a table of any length is read once and
// the work stays in the processor's cache. R has what pivoting needs: a column's norms in R are its norms in the table.
import type { ScaledColumn } from "../columns/scaled-column";

/** A square matrix, column by column: the entry of row i and column j is `data[j * size + i]`. */
export interface Triangle {
  readonly size: number;
  readonly data: Float64Array;
}

/** Upper triangle R of the QR decomposition of the columns, their rows multiplied by the square roots of the weights. */
export function triangleOf(columns: readonly ScaledColumn[], weights: Float64Array | undefined): Triangle {
  const size = columns.length;
  const rows = columns[0]?.values.length ?? 0;
  const data = new Float64Array(size * size);
  const height = Math.max(32, Math.min(1024, Math.floor(16384 / Math.max(1, size))));
  const block = new Float64Array(height * size);
  const roots = new Float64Array(height);
  for (let start = 0; start < rows; start += height) {
    const count = Math.min(height, rows - start);
    for (let i = 0; i < count; i++) roots[i] = weights === undefined ? 1 : Math.sqrt(weights[start + i] as number);
    for (let j = 0; j < size; j++) {
      const { values, low, shift, scale } = columns[j] as ScaledColumn;
      const at = j * height;
      for (let i = 0; i < count; i++) {
        block[at + i] = ((values[start + i] as number) - shift) * scale * (roots[i] as number);
      }
      if (low === undefined) continue;
      for (let i = 0; i < count; i++) {
        block[at + i] = (block[at + i] as number) + (low[start + i] as number) * scale * (roots[i] as number);
      }
    }
    for (let j = 0; j < size; j++) fold(data, size, block, height, count, j);
  }
  return { size, data };
}

/** Reflects column j of the block into the triangle's row j, and the columns after it along. */
function fold(data: Float64Array, size: number, block: Float64Array, height: number, count: number, j: number): void {
  const v = j * height;
  let below = 0;
  for (let i = 0; i < count; i++) below += (block[v + i] as number) ** 2;
  const corner = data[j * size + j] as number;
  // Below this there is nothing but the dust of earlier reflections, and its squares would underflow.
  if (corner * corner + below < 1e-280) return;
  const norm = Math.sqrt(corner * corner + below);
  const beta = corner > 0 ? -norm : norm;
  const top = corner - beta;
  const factor = 2 / (top * top + below);
  data[j * size + j] = beta;
  let k = j + 1;
  // Four columns at a time: the reflector is read once for all of them.
  for (; k + 3 < size; k += 4) {
    const a = k * height;
    const b = a + height;
    const c = b + height;
    const d = c + height;
    const r = k * size + j;
    let p = top * (data[r] as number);
    let q = top * (data[r + size] as number);
    let s = top * (data[r + 2 * size] as number);
    let t = top * (data[r + 3 * size] as number);
    for (let i = 0; i < count; i++) {
      const x = block[v + i] as number;
      p += x * (block[a + i] as number);
      q += x * (block[b + i] as number);
      s += x * (block[c + i] as number);
      t += x * (block[d + i] as number);
    }
    p *= factor;
    q *= factor;
    s *= factor;
    t *= factor;
    data[r] = (data[r] as number) - p * top;
    data[r + size] = (data[r + size] as number) - q * top;
    data[r + 2 * size] = (data[r + 2 * size] as number) - s * top;
    data[r + 3 * size] = (data[r + 3 * size] as number) - t * top;
    for (let i = 0; i < count; i++) {
      const x = block[v + i] as number;
      block[a + i] = (block[a + i] as number) - p * x;
      block[b + i] = (block[b + i] as number) - q * x;
      block[c + i] = (block[c + i] as number) - s * x;
      block[d + i] = (block[d + i] as number) - t * x;
    }
  }
  for (; k < size; k++) {
    const a = k * height;
    const r = k * size + j;
    let p = top * (data[r] as number);
    for (let i = 0; i < count; i++) p += (block[v + i] as number) * (block[a + i] as number);
    p *= factor;
    data[r] = (data[r] as number) - p * top;
    for (let i = 0; i < count; i++) block[a + i] = (block[a + i] as number) - p * (block[v + i] as number);
  }
}
