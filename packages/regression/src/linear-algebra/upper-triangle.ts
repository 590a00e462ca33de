// Solving with an upper triangle given by its columns; entries below the diagonal are not looked at.

/** Solves R x = right. */
export function backSubstitute(columns: readonly Float64Array[], right: Float64Array): Float64Array {
  const solution = right.slice(0, columns.length);
  for (let j = columns.length - 1; j >= 0; j--) {
    const column = columns[j] as Float64Array;
    const x = (solution[j] as number) / (column[j] as number);
    solution[j] = x;
    for (let i = 0; i < j; i++) solution[i] = (solution[i] as number) - x * (column[i] as number);
  }
  return solution;
}

/** Solves R'y = right. */
export function forwardSubstitute(columns: readonly Float64Array[], right: Float64Array): Float64Array {
  const solution = new Float64Array(columns.length);
  let first = 0;
  while (first < columns.length && right[first] === 0) first++;
  for (let j = first; j < columns.length; j++) {
    const column = columns[j] as Float64Array;
    let sum = right[j] as number;
    for (let i = first; i < j; i++) sum -= (column[i] as number) * (solution[i] as number);
    solution[j] = sum / (column[j] as number);
  }
  return solution;
}
