/** As many points as a drawing shows clearly and a viewer opens quickly. */
const most = 4000;
const extremes = 500;

/**
 * The rows that a drawing shows: all, or of very many some.
 *
 * Of each list the rows with the largest sizes are always among them; the others are every so-manieth.
 */
export function rowsToDraw(rows: number, ...sizes: readonly ArrayLike<number>[]): readonly number[] {
  const all = Array.from({ length: rows }, (_, row) => row);
  if (rows <= most) return all;
  const chosen = new Set(sizes.flatMap((list) => largest(list, extremes)));
  const step = rows / (most - chosen.size);
  for (let at = 0; at < rows; at += step) chosen.add(Math.floor(at));
  return all.filter((row) => chosen.has(row));
}

/** The rows with the largest sizes, the largest first. */
export function largest(sizes: ArrayLike<number>, count: number): readonly number[] {
  const size = (row: number) => sizes[row] as number;
  return Array.from({ length: sizes.length }, (_, row) => row)
    .sort((a, b) => size(b) - size(a) || a - b)
    .slice(0, count);
}
