// Looks for columns that add up to the target. Most candidates fail in the first row or two, so the search costs about
// as many steps as there are pairs and triples.

/** A number column by name; NaN where missing. */
export interface NamedValues {
  readonly name: string;
  readonly values: Float64Array;
}

/** Columns that add up, each with its sign, and in how many rows that was seen. */
export interface SumOfColumns {
  readonly terms: readonly { readonly name: string; readonly sign: 1 | -1 }[];
  readonly rows: number;
}

/** Above this many columns triples are not tried, above the second not even pairs. */
const columnsForTriples = 150;
const columnsForPairs = 2000;
/** Decimal fractions add up to within rounding only: 0.1 + 0.2. */
const tolerance = 1e-9;

/**
 * Finds two or three columns with a + b (+ c) = target in every row with all values, one or two of them perhaps subtracted.
 *
 * A column that is 0 wherever the others explain the target does not count, nor do fewer rows than `least`.
 */
export function findSum(
  columns: readonly NamedValues[],
  target: Float64Array,
  least: number,
): SumOfColumns | undefined {
  const varied = columns.filter(({ values }) => varies(values));
  if (!varies(target) || varied.length > columnsForPairs) return undefined;
  const found = search(varied, target, least, 2);
  return found ?? (varied.length > columnsForTriples ? undefined : search(varied, target, least, 3));
}

const signsOfTwo = [
  [1, 1, 0],
  [1, -1, 0],
  [-1, 1, 0],
] as const;
const signsOfThree = [
  [1, 1, 1],
  [1, 1, -1],
  [1, -1, 1],
  [-1, 1, 1],
  [1, -1, -1],
  [-1, 1, -1],
  [-1, -1, 1],
] as const;

function search(columns: readonly NamedValues[], target: Float64Array, least: number, size: 2 | 3) {
  for (const [i, a] of columns.entries()) {
    for (let j = i + 1; j < columns.length; j++) {
      const b = columns[j] as NamedValues;
      for (const c of size === 2 ? [undefined] : columns.slice(j + 1)) {
        const parts = c === undefined ? [a, b] : [a, b, c];
        for (const signs of size === 2 ? signsOfTwo : signsOfThree) {
          const rows = addsUp(parts, signs, target);
          if (rows < least) continue;
          const terms = parts.map(({ name }, at) => ({ name, sign: signs[at] as 1 | -1 }));
          return { terms: terms.sort((one, other) => other.sign - one.sign), rows };
        }
      }
    }
  }
  return undefined;
}

/** In how many rows the signed sum is the target; 0 if it misses in one. */
function addsUp(parts: readonly NamedValues[], signs: readonly number[], target: Float64Array): number {
  const [a, b, c] = parts.map((part) => part.values) as [Float64Array, Float64Array, Float64Array?];
  let rows = 0;
  for (let row = 0; row < target.length; row++) {
    const x = a[row] as number;
    const y = b[row] as number;
    const z = c === undefined ? 0 : (c[row] as number);
    const t = target[row] as number;
    if (Number.isNaN(x) || Number.isNaN(y) || Number.isNaN(z) || Number.isNaN(t)) continue;
    const sum = x * (signs[0] as number) + y * (signs[1] as number) + z * (signs[2] as number);
    const close = tolerance * (Math.abs(x) + Math.abs(y) + Math.abs(z) + Math.abs(t));
    if (!(Math.abs(sum - t) <= close && Number.isFinite(sum))) return 0;
    rows++;
  }
  return rows;
}

function varies(values: Float64Array): boolean {
  const first = values.find((value) => !Number.isNaN(value));
  return first !== undefined && values.some((value) => !Number.isNaN(value) && value !== first);
}
