// Which columns can have a coefficient of their own. The rule is the same on every machine and kind to the reader: columns
// are taken in the order given, and one is dropped when the columns kept before it already tell all of it.
import { applyReflector, normBelow, type Reflector, reflect } from "./reflector";
import type { Triangle } from "./triangle";
import { backSubstitute } from "./upper-triangle";

/** A column counts as told when less than this part of its length is left over. */
const leftover = 1e-12;
/** Four units in the last place: what rounding of the data themselves can leave over. */
const rounding = 2 ** -50;

/** What `independentColumns` found. */
export interface Independence {
  /** Indices of the kept columns, ascending. */
  readonly kept: readonly number[];
  /** The dropped columns, each with the kept ones of which it is a combination. */
  readonly dropped: readonly { readonly index: number; readonly combinationOf: readonly number[] }[];
  /** The kept columns as an upper triangle. */
  readonly triangle: readonly Float64Array[];
  /** The last column (the target) in the same coordinates. */
  readonly right: Float64Array;
}

/**
 * Takes the first `count` columns of R in order; the column after them, if there is one, is carried along as the target.
 *
 * `offsets[j]` is how far column j lay from zero before it was centred, as a multiple of the ones column's length: its
 * numbers were rounded at that distance, so what is left over of it below that is noise.
 */
export function independentColumns(triangle: Triangle, count: number, offsets: readonly number[]): Independence {
  const { size, data } = triangle;
  const kept: number[] = [];
  const dropped: { index: number; combinationOf: readonly number[] }[] = [];
  const basis: Float64Array[] = [];
  const reflectors: Reflector[] = [];
  const noise: number[] = [];
  for (let j = 0; j < count; j++) {
    const column = data.slice(j * size, (j + 1) * size);
    const length = normBelow(column, 0);
    for (const reflector of reflectors) applyReflector(reflector, column);
    const rest = kept.length < size ? normBelow(column, kept.length) : 0;
    const combination = backSubstitute(basis, column);
    const grain = length + (offsets[j] ?? 0);
    const amplified = combination.reduce((sum, c, k) => sum + Math.abs(c) * (noise[k] as number), grain);
    if (rest <= Math.max(leftover * length, rounding * amplified) || !(rest > 1e-140)) {
      const combinationOf = kept.filter(
        (k, i) =>
          Math.abs(combination[i] as number) * normBelow(basis[i] as Float64Array, 0) > 1e-9 * length && k !== j,
      );
      dropped.push({ index: j, combinationOf: rest === 0 && length === 0 ? [] : combinationOf });
      continue;
    }
    reflectors.push(reflect(column, kept.length));
    basis.push(column);
    noise.push(grain);
    kept.push(j);
  }
  const right = count < size ? data.slice(count * size, (count + 1) * size) : new Float64Array(size);
  for (const reflector of reflectors) applyReflector(reflector, right);
  return { kept, dropped, triangle: basis, right };
}
