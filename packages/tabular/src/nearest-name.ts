// "Did you mean …?" for names of columns, and of whatever else has names.

/**
 * The name that differs from the one asked for by the fewest edits, if it is near enough to be a slip: by at most two fifths of its letters.
 *
 * @example
 * ```ts
 * import { nearestName } from "@neurite/tabular";
 *
 * console.log(nearestName("blance", ["age", "balance"]), nearestName("income", ["age", "balance"])); // → balance undefined
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

/** How many letters must be put in, left out or changed to turn one text into the other (Levenshtein 1966). */
export function editDistance(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (above[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(change, (above[j] as number) + 1, (row[j - 1] as number) + 1));
    }
    above = row;
  }
  return above[b.length] as number;
}
