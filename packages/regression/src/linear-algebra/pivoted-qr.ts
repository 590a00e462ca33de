// Householder QR with column pivoting (Businger and Golub 1965) of the small triangle that the row blocks left.
import { applyReflector, normBelow, reflect } from "./reflector";
import { backSubstitute, forwardSubstitute } from "./upper-triangle";

/** A factorisation R = Q S with the columns of R taken in the order `order`; S is upper triangular. */
export interface PivotedQR {
  readonly order: readonly number[];
  readonly factor: readonly Float64Array[];
  /** The right-hand side in the coordinates of Q. */
  readonly right: Float64Array;
  /** Largest over smallest pivot: an estimate of the condition number; 1 for no columns. */
  readonly condition: number;
}

/** Factorises columns (copied) and turns the right-hand side along. */
export function pivotedQR(columns: readonly Float64Array[], right: Float64Array): PivotedQR {
  const work = columns.map((column) => column.slice());
  const turned = right.slice();
  const order = columns.map((_, j) => j);
  for (let step = 0; step < work.length; step++) {
    let best = step;
    let longest = -1;
    for (let j = step; j < work.length; j++) {
      const norm = normBelow(work[j] as Float64Array, step);
      // A later column must be clearly longer, so that rounding does not decide between equals.
      if (norm > longest * (1 + 1e-12)) {
        longest = norm;
        best = j;
      }
    }
    swap(work, step, best);
    swap(order, step, best);
    const reflector = reflect(work[step] as Float64Array, step);
    for (let j = step + 1; j < work.length; j++) applyReflector(reflector, work[j] as Float64Array);
    applyReflector(reflector, turned);
  }
  const pivots = work.map((column, j) => Math.abs(column[j] as number));
  const condition = pivots.length === 0 ? 1 : Math.max(...pivots) / Math.min(...pivots);
  return { order, factor: work, right: turned, condition };
}

/** The least-squares solution for the right-hand side that was turned along. */
export function solvePivoted({ order, factor, right }: PivotedQR): Float64Array {
  return unpermute(order, backSubstitute(factor, right));
}

/** Solves S'S x = g in the order of the original columns: the correction of a solution from its gradient. */
export function solveSeminormal(qr: PivotedQR, gradient: Float64Array): Float64Array {
  return unpermute(qr.order, backSubstitute(qr.factor, solveTransposed(qr, gradient)));
}

/** Solves S'y = c for c in the order of the original columns; the length of y is √(c'(X'X)⁻¹c). */
export function solveTransposed({ order, factor }: PivotedQR, c: Float64Array): Float64Array {
  const permuted = Float64Array.from(order, (j) => c[j] as number);
  return forwardSubstitute(factor, permuted);
}

function unpermute(order: readonly number[], solution: Float64Array): Float64Array {
  const sorted = new Float64Array(order.length);
  for (const [at, j] of order.entries()) sorted[j] = solution[at] as number;
  return sorted;
}

function swap<T>(list: T[], a: number, b: number): void {
  const held = list[a] as T;
  list[a] = list[b] as T;
  list[b] = held;
}
