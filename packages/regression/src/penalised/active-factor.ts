import { independentColumns } from "../linear-algebra/independent-columns";
import { triangleOf } from "../linear-algebra/triangle";
import type { GramMatrix } from "./gram-matrix";
import type { StandardRows } from "./standard-rows";

/** Where less than this part of a column's square is left over, Z'Z has lost half of the digits, and the rows are asked. */
const pivotFloor = 1e-8;

/** The Cholesky factor of Z'Z + diag(l2) for columns that are independent. */
export interface ActiveFactor {
  readonly members: readonly number[];
  /** The lower factor, row by row; as `solveCholesky` takes it. */
  readonly factor: Float64Array;
  /** Active columns that the members before them tell. */
  readonly dependent: readonly number[];
}

/** Factorises for the active columns, leaving out those that the ones before them tell. */
export function activeFactor(
  data: StandardRows,
  gram: GramMatrix,
  l2: Float64Array,
  active: readonly number[],
): ActiveFactor {
  const lower: Float64Array[] = [];
  for (const [at, j] of active.entries()) {
    const column = gram.column(j);
    const row = new Float64Array(at + 1);
    const square = (column[j] as number) + (l2[j] as number);
    let pivot = square;
    for (let k = 0; k < at; k++) {
      const other = lower[k] as Float64Array;
      let sum = column[active[k] as number] as number;
      for (let i = 0; i < k; i++) sum -= (row[i] as number) * (other[i] as number);
      const entry = sum / (other[k] as number);
      row[k] = entry;
      pivot -= entry * entry;
    }
    if (!(pivot > pivotFloor * square)) return factorOfRows(data, l2, active);
    row[at] = Math.sqrt(pivot);
    lower.push(row);
  }
  return { members: active, factor: square(lower), dependent: [] };
}

/** The same by QR of the rows, with √l2 below them. */
function factorOfRows({ columns, target }: StandardRows, l2: Float64Array, active: readonly number[]): ActiveFactor {
  const rows = target.length;
  const design = active.map((j, at) => {
    const values = new Float64Array(rows + active.length);
    values.set(columns[j] as Float64Array);
    values[rows + at] = Math.sqrt(l2[j] as number);
    return { values, shift: 0, scale: 1, exponent: 0 };
  });
  const { kept, dropped, triangle } = independentColumns(triangleOf(design, undefined), active.length, []);
  return {
    members: kept.map((at) => active[at] as number),
    factor: square(triangle),
    dependent: dropped.map(({ index }) => active[index] as number),
  };
}

/** Rows of growing length as a matrix. */
function square(rows: readonly Float64Array[]): Float64Array {
  const matrix = new Float64Array(rows.length ** 2);
  for (const [k, row] of rows.entries()) matrix.set(row.subarray(0, k + 1), k * rows.length);
  return matrix;
}
