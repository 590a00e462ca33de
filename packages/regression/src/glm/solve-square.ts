/** Solves A x = b, or A'x = b, by elimination with row pivoting; `rows` are those of A, which has to be regular. */
export function solveSquare(rows: readonly Float64Array[], right: Float64Array, transposed: boolean): Float64Array {
  const size = rows.length;
  const work: Float64Array[] = rows.map((row, i) =>
    transposed ? Float64Array.from(rows, (other) => other[i] as number) : row.slice(),
  );
  const x = right.slice();
  for (let step = 0; step < size; step++) {
    let best = step;
    for (let i = step + 1; i < size; i++) {
      if (Math.abs(work[i]?.[step] as number) > Math.abs(work[best]?.[step] as number)) best = i;
    }
    const top = work[best] as Float64Array;
    work[best] = work[step] as Float64Array;
    work[step] = top;
    const held = x[best] as number;
    x[best] = x[step] as number;
    x[step] = held;
    for (let i = step + 1; i < size; i++) {
      const row = work[i] as Float64Array;
      const factor = (row[step] as number) / (top[step] as number);
      if (factor === 0) continue;
      for (let k = step; k < size; k++) row[k] = (row[k] as number) - factor * (top[k] as number);
      x[i] = (x[i] as number) - factor * held;
    }
  }
  for (let i = size - 1; i >= 0; i--) {
    const row = work[i] as Float64Array;
    let sum = x[i] as number;
    for (let k = i + 1; k < size; k++) sum -= (row[k] as number) * (x[k] as number);
    x[i] = sum / (row[i] as number);
  }
  return x;
}
