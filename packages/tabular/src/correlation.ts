/**
 * Pearson's correlation over the rows where both have a value: Σ(a - ā)(b - b̄) / sqrt(Σ(a - ā)² Σ(b - b̄)²); 0 where
 * one of them is constant.
 *
 * Safe for any finite numbers. `equal` says whether both are the same number in all these rows.
 */
export function correlation(a: Float64Array, b: Float64Array): { r: number; rows: number; equal: boolean } {
  let [rows, equal, largestA, largestB] = [0, true, 0, 0];
  const both = new Int32Array(a.length);
  for (let row = 0; row < a.length; row++) {
    const [x, y] = [a[row] as number, b[row] as number];
    if (Number.isNaN(x) || Number.isNaN(y)) continue;
    both[rows++] = row;
    if (x !== y) equal = false;
    largestA = Math.max(largestA, Math.abs(x));
    largestB = Math.max(largestB, Math.abs(y));
  }
  if (largestA === 0 || largestB === 0) return { r: 0, rows, equal };
  const known = both.subarray(0, rows);
  let [meanA, meanB] = [0, 0];
  for (const row of known) {
    meanA += (a[row] as number) / largestA / rows;
    meanB += (b[row] as number) / largestB / rows;
  }
  let [products, squaresA, squaresB] = [0, 0, 0];
  for (const row of known) {
    const x = (a[row] as number) / largestA - meanA;
    const y = (b[row] as number) / largestB - meanB;
    products += x * y;
    squaresA += x * x;
    squaresB += y * y;
  }
  const scale = Math.sqrt(squaresA) * Math.sqrt(squaresB);
  // What is left of a constant after rounding is no spread.
  const r = scale < 1e-28 * rows ? 0 : products / scale;
  return { r: Math.min(1, Math.max(-1, r)), rows, equal };
}
