/**
 * "Did you mean …?": the name that differs from the one asked for by the fewest edits, if it is near enough to be a slip.
 *
 * Letters put in, left out, changed and swapped with their neighbour count one each; upper and lower case are the same.
 *
 * @example
 * ```ts
 * import { nearestName } from "@neurite/tensor";
 *
 * console.log(nearestName("tahn", ["tanh", "sin"])); // → tanh
 * ```
 */
export function nearestName(asked: string, names: readonly string[]): string | undefined {
  const wanted = asked.slice(0, 100).trim().toLowerCase();
  let best: string | undefined;
  let fewest = Math.max(1, Math.floor(wanted.length * 0.4)) + 1;
  for (const name of names) {
    const edits = editDistance(wanted, name.slice(0, 100).trim().toLowerCase());
    if (edits < fewest) [best, fewest] = [name, edits];
  }
  return best;
}

/** How many letters must be put in, left out, changed or swapped with the next to turn one text into the other (Damerau 1964). */
export function editDistance(a: string, b: string): number {
  const rows = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  const at = (i: number, j: number) => rows[i]?.[j] as number;
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    rows.push(row);
    for (let j = 1; j <= b.length; j++) {
      const change = at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(change, at(i - 1, j) + 1, at(i, j - 1) + 1));
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) row[j] = Math.min(at(i, j), at(i - 2, j - 2) + 1);
    }
  }
  return at(a.length, b.length);
}
