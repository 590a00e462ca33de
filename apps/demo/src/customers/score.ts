/** How well predictions fit: R² is 1 - squares left / squares about the mean of these rows. */
export interface Score {
  readonly r2: number;
  /** The squares left over. */
  readonly left: number;
  /** The squares about the mean. */
  readonly about: number;
  readonly mean: number;
  readonly meanSquare: number;
  readonly rmse: number;
  readonly rows: number;
}

/** The score of `predict` on the rows from `start` up to but not including `end`. */
export function score(y: ArrayLike<number>, predict: (row: number) => number, start: number, end: number): Score {
  const rows = end - start;
  let sum = 0;
  for (let row = start; row < end; row++) sum += y[row] as number;
  const mean = sum / rows;
  let left = 0;
  let about = 0;
  for (let row = start; row < end; row++) {
    const value = y[row] as number;
    left += (value - predict(row)) ** 2;
    about += (value - mean) ** 2;
  }
  const meanSquare = left / rows;
  return { r2: 1 - left / about, left, about, mean, meanSquare, rmse: Math.sqrt(meanSquare), rows };
}
