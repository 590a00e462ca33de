// Ridge is least squares with one more row for each column, which says "this coefficient is 0" with the penalty as its weight.
// So it is solved as exactly as least squares: by QR, refined or in double-double, never by the normal equations.
import { NeuriteError } from "@neurite/tensor";
import { onesColumn, type ScaledColumn, timesPowerOfTwo } from "../columns/scaled-column";
import type { Problem } from "../least-squares/solution";
import { solve } from "../least-squares/solve";
import { conditionNumber } from "../linear-algebra/condition-number";
import { twoSum } from "../linear-algebra/double-double";
import { type DoubleRows, doubleRows } from "../linear-algebra/double-rows";
import { independentColumns } from "../linear-algebra/independent-columns";
import { triangleOf } from "../linear-algebra/triangle";
import type { ShrinkageProblem, VaryingColumn } from "./shrinkage-problem";

/** The intercept (0 where there is none) and the coefficients of the varying columns, in scaled units. */
export function solveRidge(problem: ShrinkageProblem, penalty: number, subject: string): DoubleRows {
  const { varying, rows, target, intercept, total, standardize } = problem;
  const size = varying.length;
  if (size === 0) return doubleRows(1);
  const weights = new Float64Array(rows + size).fill(penalty * total, rows);
  if (problem.weights === undefined) weights.fill(1, 0, rows);
  else weights.set(problem.weights);

  const marks = varying.map((column) => markOf(column, standardize));
  const strength = marks.map((mark) => mark * Math.sqrt(penalty * total));
  if (!strength.every((size) => size < 1e100)) throw outOfRange(penalty, subject);
  const columns = varying.map(({ column }, j) => withMark(column, rows, size, j, marks[j] as number));
  const design = intercept ? [{ ...onesColumn(rows + size), values: onesAbove(rows, size) }, ...columns] : columns;
  const right = withMark(target, rows, size, 0, 0);
  const triangle = triangleOf([...design, right], weights);
  const found = independentColumns(
    triangle,
    design.length,
    design.map(() => 0),
  );
  if (found.dropped.length > 0) throw outOfRange(penalty, subject);
  const least: Problem = {
    columns: design,
    target: right,
    weights,
    intercept,
    combination: (at) => Float64Array.from(design, (_, j) => (j === at ? 1 : 0)),
  };
  const { estimates } = solve(least, found, conditionNumber(found.triangle));
  const all = doubleRows(size + 1);
  all.high.set(estimates.high, intercept ? 0 : 1);
  all.low.set(estimates.low, intercept ? 0 : 1);
  return all;
}

/** What a penalised coefficient is multiplied by, in scaled units: the column's deviation, or 1 in the caller's units. */
function markOf({ column, deviation }: VaryingColumn, standardize: boolean): number {
  return standardize ? deviation : timesPowerOfTwo(column.scale, -column.exponent);
}

/** A column with `count` more rows in which it is 0 in scaled units, but `mark` in row `at` of them. */
function withMark(column: ScaledColumn, rows: number, count: number, at: number, mark: number): ScaledColumn {
  const { shift, scale } = column;
  const values = new Float64Array(rows + count).fill(shift, rows);
  values.set(column.values);
  const low = new Float64Array(rows + count);
  if (column.low !== undefined) low.set(column.low);
  // The scale is a power of two, and the sum is kept whole: the mark is exact however far from 0 the column lies.
  const marked = twoSum(shift, mark / scale);
  values[rows + at] = marked.high;
  low[rows + at] = marked.low;
  return { ...column, values, low };
}

function onesAbove(rows: number, count: number): Float64Array {
  return new Float64Array(rows + count).fill(1, 0, rows);
}

function outOfRange(penalty: number, subject: string): NeuriteError {
  return new NeuriteError(
    "not-finite",
    `${subject}: a penalty of ${penalty} is too far from the size of the columns for float64 to tell what it does. Choose another penalty, or leave "standardize" on.`,
  );
}
