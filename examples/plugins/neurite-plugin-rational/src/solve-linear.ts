/** Solves the system whose rows end in their right side, by elimination with the largest pivot of each column. */
export function solveLinear(system: readonly (readonly number[])[]): number[] {
  const rows = system.map((row) => [...row]);
  const size = rows.length;
  for (let column = 0; column < size; column++) {
    const candidates = rows.slice(column).map((row) => Math.abs(row[column] ?? 0));
    const chosen = column + candidates.indexOf(Math.max(...candidates));
    const pivot = rows[chosen] ?? [];
    rows[chosen] = rows[column] ?? [];
    rows[column] = pivot;
    rows.forEach((row, i) => {
      if (i === column) return;
      const factor = (row[column] ?? 0) / (pivot[column] ?? 1);
      for (let j = column; j <= size; j++) row[j] = (row[j] ?? 0) - factor * (pivot[j] ?? 0);
    });
  }
  return rows.map((row, i) => (row[size] ?? 0) / (row[i] ?? 1));
}
