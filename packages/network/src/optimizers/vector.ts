// Arithmetic on lists of numbers in float64, in a fixed order, so that the same numbers give the same bits everywhere.

/** The sum of products. */
export function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}

/** `from + times · along`. */
export function moved(from: Float64Array, times: number, along: ArrayLike<number>): Float64Array {
  return from.map((x, i) => x + times * (along[i] as number));
}

/** `a - b` as plain numbers, a negative 0 being 0, since a JSON text does not tell them apart. */
export function difference(a: ArrayLike<number>, b: ArrayLike<number>): readonly number[] {
  return Array.from(a, (x, i) => x - (b[i] as number) + 0);
}

/** The largest absolute value. */
export function largest(x: ArrayLike<number>): number {
  let found = 0;
  for (let i = 0; i < x.length; i++) found = Math.max(found, Math.abs(x[i] as number));
  return found;
}
