/** X' diag(u) X for columns X, as a symmetric matrix of size x size; only for Hessians, never to solve least squares. */
export function weightedGram(columns: readonly Float64Array[], u: Float64Array): Float64Array {
  const size = columns.length;
  const gram = new Float64Array(size * size);
  const block = 512;
  const weighted = new Float64Array(block);
  for (let from = 0; from < u.length; from += block) {
    const count = Math.min(block, u.length - from);
    for (let i = 0; i < size; i++) {
      const column = columns[i] as Float64Array;
      for (let row = 0; row < count; row++) {
        weighted[row] = (u[from + row] as number) * (column[from + row] as number);
      }
      addDots(columns, weighted, from, count, i, gram, size);
    }
  }
  for (let i = 0; i < size; i++) {
    for (let j = i + 1; j < size; j++) gram[i * size + j] = gram[j * size + i] as number;
  }
  return gram;
}

/** gram[i, j] += weighted . column j for j up to i, four columns at a time. */
function addDots(
  columns: readonly Float64Array[],
  weighted: Float64Array,
  from: number,
  count: number,
  i: number,
  gram: Float64Array,
  size: number,
): void {
  const at = i * size;
  let j = 0;
  for (; j + 3 <= i; j += 4) {
    const a = columns[j] as Float64Array;
    const b = columns[j + 1] as Float64Array;
    const c = columns[j + 2] as Float64Array;
    const d = columns[j + 3] as Float64Array;
    let p = 0;
    let q = 0;
    let s = 0;
    let t = 0;
    for (let row = 0; row < count; row++) {
      const x = weighted[row] as number;
      p += x * (a[from + row] as number);
      q += x * (b[from + row] as number);
      s += x * (c[from + row] as number);
      t += x * (d[from + row] as number);
    }
    gram[at + j] = (gram[at + j] as number) + p;
    gram[at + j + 1] = (gram[at + j + 1] as number) + q;
    gram[at + j + 2] = (gram[at + j + 2] as number) + s;
    gram[at + j + 3] = (gram[at + j + 3] as number) + t;
  }
  for (; j <= i; j++) {
    const a = columns[j] as Float64Array;
    let p = 0;
    for (let row = 0; row < count; row++) p += (weighted[row] as number) * (a[from + row] as number);
    gram[at + j] = (gram[at + j] as number) + p;
  }
}
