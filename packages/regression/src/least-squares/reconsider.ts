// A second look, in double-double arithmetic, at columns of which float64 saw nothing left after those before them: the higher powers of a
// year, say, which are far from zero and close together, and yet no combination of the lower ones.
import type { ScaledColumn } from "../columns/scaled-column";
import { divide, doubleDouble, squareRoot } from "../linear-algebra/double-double";
import { type DoubleRows, dotRows, doubleRows, setEntry, subtractMultiple } from "../linear-algebra/double-rows";
import type { Independence } from "../linear-algebra/independent-columns";
import { preciseTriangleOf } from "../linear-algebra/precise-triangle";
import { backSubstitute } from "../linear-algebra/upper-triangle";

/** So many multiplications of double-doubles take a third of a second. */
const mostWork = 2 ** 26;
/** An exact column of which no more is left than this part would have fewer than 12 digits of its coefficient. */
const tooLittle = 2 ** -66;
/** What is uncertain of a rounded column, as for `independentColumns`. */
const leftover = 1e-12;
const rounding = 2 ** -50;

/** What is known of the columns of a design. */
export interface ExactDesign {
  readonly columns: readonly ScaledColumn[];
  readonly weights: Float64Array | undefined;
  /** As for `independentColumns`. */
  readonly offsets: readonly number[];
  /** Whether a column's numbers are just these, and not rounded ones. */
  readonly isExact: (at: number) => boolean;
}

/** Keeps a dropped column too where more is left of it than it and the columns that tell it are uncertain by. */
export function reconsider(found: Independence, design: ExactDesign): Independence {
  const { columns, weights, offsets, isExact } = design;
  const count = columns.length;
  const work = (columns[0]?.values.length ?? 0) * count ** 2;
  if (work > mostWork || !found.dropped.some(({ index }) => isExact(index))) return found;
  const { data } = preciseTriangleOf(columns, weights);
  const dropped = new Map(found.dropped.map((one) => [one.index, one]));
  const kept: number[] = [];
  const noise: number[] = [];
  const triangle: Float64Array[] = [];
  const basis = doubleRows(count * count);
  for (let j = 0; j < count; j++) {
    const { column, length, rest } = orthogonalised(data, j, count, basis, kept.length);
    const combination = backSubstitute(triangle, column);
    const grain = length + (offsets[j] as number);
    const own = isExact(j) ? tooLittle * length : Math.max(leftover * length, rounding * grain);
    const uncertain = combination.reduce((sum, c, k) => sum + Math.abs(c) * (noise[k] as number), own);
    if (dropped.has(j) && !(rest > Math.max(uncertain, 1e-140))) continue;
    dropped.delete(j);
    kept.push(j);
    noise.push(own);
    triangle.push(column);
  }
  return dropped.size === found.dropped.length
    ? found
    : { kept, dropped: [...dropped.values()], triangle, right: new Float64Array(count) };
}

/** Column j of R in the coordinates of the basis, whose next vector what is left of it becomes; twice, so that nothing of the others stays. */
function orthogonalised(data: DoubleRows, j: number, count: number, basis: DoubleRows, known: number) {
  const at = known * count;
  const left = { high: data.high.slice(j * count, (j + 1) * count), low: data.low.slice(j * count, (j + 1) * count) };
  const length = Math.sqrt(dotRows(left, 0, left, 0, count).high);
  const column = new Float64Array(count);
  for (let pass = 0; pass < 2; pass++) {
    for (let k = 0; k < known; k++) {
      const part = dotRows(basis, k * count, left, 0, count);
      subtractMultiple(part, basis, k * count, left, 0, count);
      column[k] = (column[k] as number) + part.high;
    }
  }
  const rest = squareRoot(dotRows(left, 0, left, 0, count));
  column[known] = rest.high;
  const inverse = rest.high > 0 ? divide(doubleDouble(1), rest) : doubleDouble(0);
  for (let i = 0; i < count; i++) setEntry(basis, at + i, doubleDouble(0));
  subtractMultiple({ high: -inverse.high, low: -inverse.low }, left, 0, basis, at, count);
  return { column, length, rest: rest.high };
}
