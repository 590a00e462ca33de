// One Householder reflector in small dense matrices, where each column is a Float64Array of its own.

/** Maps `column` from row `from` downwards onto a multiple of the first unit vector. */
export interface Reflector {
  readonly from: number;
  /** The direction, zero above `from`. */
  readonly direction: Float64Array;
  readonly factor: number;
}

/** Euclidean length of a column from row `from` downwards. */
export function normBelow(column: Float64Array, from: number): number {
  let sum = 0;
  for (let i = from; i < column.length; i++) sum += (column[i] as number) ** 2;
  return Math.sqrt(sum);
}

/** Makes the reflector of a column and applies it to that column. */
export function reflect(column: Float64Array, from: number): Reflector {
  const norm = normBelow(column, from);
  const corner = column[from] as number;
  const beta = corner > 0 ? -norm : norm;
  const direction = column.slice();
  direction.fill(0, 0, from);
  direction[from] = corner - beta;
  const length = normBelow(direction, from);
  column.fill(0, from);
  column[from] = beta;
  return { from, direction, factor: length === 0 ? 0 : 2 / (length * length) };
}

/** Applies a reflector to another column. */
export function applyReflector({ from, direction, factor }: Reflector, column: Float64Array): void {
  let dot = 0;
  for (let i = from; i < column.length; i++) dot += (direction[i] as number) * (column[i] as number);
  dot *= factor;
  for (let i = from; i < column.length; i++) {
    column[i] = (column[i] as number) - dot * (direction[i] as number);
  }
}
