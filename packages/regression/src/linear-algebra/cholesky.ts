// Cholesky factor of a small symmetric matrix, for Newton's step of a strictly convex loss.

/** The lower factor of a symmetric matrix (row by row, size x size), or undefined if it is not safely positive. */
export function cholesky(matrix: Float64Array, size: number): Float64Array | undefined {
  const factor = matrix.slice();
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = factor[i * size + j] as number;
      for (let k = 0; k < j; k++) sum -= (factor[i * size + k] as number) * (factor[j * size + k] as number);
      if (i > j) {
        factor[i * size + j] = sum / (factor[j * size + j] as number);
      } else {
        // Below this, rounding alone decides the pivot.
        if (!(sum > 1e-14 * (matrix[i * size + i] as number)) || sum < 1e-300) return undefined;
        factor[i * size + i] = Math.sqrt(sum);
      }
    }
  }
  return factor;
}

/** Solves L L' x = right in place of a copy. */
export function solveCholesky(factor: Float64Array, size: number, right: Float64Array): Float64Array {
  const x = right.slice();
  for (let i = 0; i < size; i++) {
    let sum = x[i] as number;
    for (let k = 0; k < i; k++) sum -= (factor[i * size + k] as number) * (x[k] as number);
    x[i] = sum / (factor[i * size + i] as number);
  }
  for (let i = size - 1; i >= 0; i--) {
    let sum = x[i] as number;
    for (let k = i + 1; k < size; k++) sum -= (factor[k * size + i] as number) * (x[k] as number);
    x[i] = sum / (factor[i * size + i] as number);
  }
  return x;
}
