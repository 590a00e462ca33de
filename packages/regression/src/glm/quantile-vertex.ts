// Quantile regression as the linear programme that it is: the best line runs through as many rows as it has coefficients. From one such set
// of rows to the next along the steepest edge, past as many rows as lie on the way while the loss still falls (Barrodale and Roberts, SIAM
// Journal on Numerical Analysis 10, 1973; Koenker and d'Orey, Applied Statistics 36, 1987).
import { seedKey, uniformAt } from "@neurite/tensor";
import { solveSquare } from "./solve-square";

/** A line through rows. */
export interface Vertex {
  readonly coefficients: Float64Array;
  /** The rows it runs through. */
  readonly basis: readonly number[];
  readonly iterations: number;
  /** Whether no edge leads further down. */
  readonly optimal: boolean;
}

/** The line with the least Σ ρ(yᵢ - xᵢb), ρ(r) = r (q - [r < 0]); `order` has the rows in the order in which to try them first. */
export function quantileVertex(
  columns: readonly Float64Array[],
  y: Float64Array,
  quantile: number,
  order: readonly number[],
  maxIterations: number,
): Vertex {
  const rowOf = (i: number) => Float64Array.from(columns, (column) => column[i] as number);
  const basis = firstBasis(columns, order);
  // Rows that tie would let the search run in circles; a thousandth of a millionth of the misses' size, different for each row, parts them.
  const grain = 1e-9 * largest(y);
  // It has no pattern: rows that lie on a line must not do so once more.
  const key = seedKey(0);
  const parted = y.map((value, i) => value + grain * uniformAt(key, i));
  let optimal = columns.length === 0;
  let iterations = 0;
  while (!optimal && iterations < maxIterations) {
    iterations++;
    const matrix = basis.map(rowOf);
    const coefficients = solveSquare(
      matrix,
      Float64Array.from(basis, (i) => parted[i] as number),
      false,
    );
    const inside = new Uint8Array(y.length);
    for (const i of basis) inside[i] = 1;
    const misses = missesOf(columns, parted, coefficients);
    const pull = columns.map((column) => {
      let sum = 0;
      for (let i = 0; i < misses.length; i++) {
        if (inside[i] === 0) sum += (column[i] as number) * ((misses[i] as number) < 0 ? quantile - 1 : quantile);
      }
      return sum;
    });
    // Along edge j, row basis[j] is left to its lower or its upper side, and the loss changes by -share, to which leaving adds.
    const shares = solveSquare(matrix, Float64Array.from(pull), true);
    let leaving = 0;
    let steepest = Number.POSITIVE_INFINITY;
    let side = 1;
    for (const [j, share] of shares.entries()) {
      const [up, down] = [1 - quantile - share, quantile + share];
      if (Math.min(up, down) >= steepest) continue;
      steepest = Math.min(up, down);
      leaving = j;
      side = up <= down ? 1 : -1;
    }
    if (steepest >= -1e-9) {
      optimal = true;
      break;
    }
    const unit = Float64Array.from(basis, (_, j) => (j === leaving ? side : 0));
    const change = along(columns, solveSquare(matrix, unit, false));
    const entering = furthest(misses, change, inside, steepest);
    if (entering === undefined) break;
    basis[leaving] = entering;
  }
  const coefficients =
    columns.length === 0
      ? new Float64Array(0)
      : solveSquare(
          basis.map(rowOf),
          Float64Array.from(basis, (i) => y[i] as number),
          false,
        );
  return { coefficients, basis, iterations, optimal };
}

/** The row at which the loss, falling by `slope` at first, ceases to fall: a weighted median of where the rows are met, found by halving. */
function furthest(misses: Float64Array, change: Float64Array, inside: Uint8Array, slope: number): number | undefined {
  const at = new Float64Array(misses.length);
  let met: number[] = [];
  for (let row = 0; row < misses.length; row++) {
    const by = change[row] as number;
    const where = (misses[row] as number) / by;
    at[row] = where;
    if (where > 0 && Number.isFinite(where) && Math.abs(by) > 1e-12 && inside[row] === 0) met.push(row);
  }
  const weightOf = (rows: readonly number[]) => rows.reduce((sum, row) => sum + Math.abs(change[row] as number), 0);
  let left = slope;
  let passed: number | undefined;
  let isBounded = false;
  while (met.length > 0) {
    const middle = met[met.length >> 1] as number;
    const pivot = at[middle] as number;
    const before = met.filter((row) => (at[row] as number) < pivot);
    const toThere = left + weightOf(before);
    if (toThere >= 0) {
      met = before;
      isBounded = true;
      continue;
    }
    left = toThere + weightOf(met.filter((row) => at[row] === pivot));
    if (left >= 0) return middle;
    passed = middle;
    met = met.filter((row) => (at[row] as number) > pivot);
  }
  // Summed in another order the slope came to 0 or more behind the last row passed: there it is 0, but for rounding.
  return isBounded ? passed : undefined;
}

/** Rows that are independent of one another, the earlier in the order first; a row that nearly is not waits for a second round. */
function firstBasis(columns: readonly Float64Array[], order: readonly number[]): number[] {
  const basis: number[] = [];
  const directions: Float64Array[] = [];
  for (const least of [1e-2, 1e-5, 1e-11]) {
    for (const row of order) {
      if (basis.length === columns.length) return basis;
      if (basis.includes(row)) continue;
      const rest = Float64Array.from(columns, (column) => column[row] as number);
      const whole = length(rest);
      // Twice, since once leaves rounding behind.
      for (const direction of [...directions, ...directions]) {
        const part = direction.reduce((sum, d, k) => sum + d * (rest[k] as number), 0);
        for (const [k, d] of direction.entries()) rest[k] = (rest[k] as number) - part * d;
      }
      const left = length(rest);
      if (!(left > least * whole)) continue;
      directions.push(rest.map((value) => value / left));
      basis.push(row);
    }
  }
  return basis;
}

function missesOf(columns: readonly Float64Array[], y: Float64Array, coefficients: Float64Array): Float64Array {
  const sums = along(columns, coefficients);
  return y.map((value, i) => value - (sums[i] as number));
}

function along(columns: readonly Float64Array[], direction: Float64Array): Float64Array {
  const sum = new Float64Array(columns[0]?.length ?? 0);
  for (const [j, column] of columns.entries()) {
    const factor = direction[j] as number;
    for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] as number) + factor * (column[i] as number);
  }
  return sum;
}

function largest(values: Float64Array): number {
  return values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}

function length(v: Float64Array): number {
  return Math.sqrt(v.reduce((sum, x) => sum + x * x, 0));
}
