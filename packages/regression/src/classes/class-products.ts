// The two products that a loss over classes is made of, in row blocks and four columns at a time, so that a block of the
// columns stays in the processor's cache while every class reads it.

const block = 256;

/** For each of `count` classes k: Σⱼ coefficients[k * columns + j] * column j. */
export function combineColumns(
  columns: readonly Float64Array[],
  coefficients: Float64Array,
  count: number,
  rows: number,
): Float64Array[] {
  const width = columns.length;
  const sums = Array.from({ length: count }, () => new Float64Array(rows));
  for (let from = 0; from < rows; from += block) {
    const to = Math.min(rows, from + block);
    for (const [k, sum] of sums.entries()) {
      const at = k * width;
      let j = 0;
      for (; j + 3 < width; j += 4) {
        const a = columns[j] as Float64Array;
        const b = columns[j + 1] as Float64Array;
        const c = columns[j + 2] as Float64Array;
        const d = columns[j + 3] as Float64Array;
        const p = coefficients[at + j] as number;
        const q = coefficients[at + j + 1] as number;
        const s = coefficients[at + j + 2] as number;
        const t = coefficients[at + j + 3] as number;
        for (let row = from; row < to; row++) {
          sum[row] =
            (sum[row] as number) +
            (p * (a[row] as number) + q * (b[row] as number) + (s * (c[row] as number) + t * (d[row] as number)));
        }
      }
      for (; j < width; j++) {
        const a = columns[j] as Float64Array;
        const p = coefficients[at + j] as number;
        for (let row = from; row < to; row++) sum[row] = (sum[row] as number) + p * (a[row] as number);
      }
    }
  }
  return sums;
}

/** For each class k and column j: column j . vectors[k], at k * columns + j. */
export function dotColumns(columns: readonly Float64Array[], vectors: readonly Float64Array[]): Float64Array {
  const width = columns.length;
  const rows = vectors[0]?.length ?? 0;
  const dots = new Float64Array(vectors.length * width);
  for (let from = 0; from < rows; from += block) {
    const to = Math.min(rows, from + block);
    for (const [k, vector] of vectors.entries()) {
      const at = k * width;
      let j = 0;
      for (; j + 3 < width; j += 4) {
        const a = columns[j] as Float64Array;
        const b = columns[j + 1] as Float64Array;
        const c = columns[j + 2] as Float64Array;
        const d = columns[j + 3] as Float64Array;
        let p = 0;
        let q = 0;
        let s = 0;
        let t = 0;
        for (let row = from; row < to; row++) {
          const x = vector[row] as number;
          p += x * (a[row] as number);
          q += x * (b[row] as number);
          s += x * (c[row] as number);
          t += x * (d[row] as number);
        }
        dots[at + j] = (dots[at + j] as number) + p;
        dots[at + j + 1] = (dots[at + j + 1] as number) + q;
        dots[at + j + 2] = (dots[at + j + 2] as number) + s;
        dots[at + j + 3] = (dots[at + j + 3] as number) + t;
      }
      for (; j < width; j++) {
        const a = columns[j] as Float64Array;
        let p = 0;
        for (let row = from; row < to; row++) p += (vector[row] as number) * (a[row] as number);
        dots[at + j] = (dots[at + j] as number) + p;
      }
    }
  }
  return dots;
}
