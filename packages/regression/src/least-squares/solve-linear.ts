// From checked columns to a solved least-squares problem: scale, find the columns that are independent, solve as precisely as it takes.
import type { Backend } from "@neurite/tensor";
import { type ColumnValues, checkRows, type Table } from "../columns/columns";
import { isExact } from "../columns/is-exact";
import type { PreciseColumn } from "../columns/precise-column";
import { type WeightedRows, weighRows } from "../columns/row-weights";
import { onesColumn, type ScaledColumn, scaleColumn } from "../columns/scaled-column";
import { conditionNumber } from "../linear-algebra/condition-number";
import { decompose } from "./decompose";
import { type FitStatistics, fitStatistics } from "./fit-statistics";
import type { DroppedColumn } from "./linear-fit";
import { reconsider } from "./reconsider";
import type { Problem, Solution } from "./solution";
import { solve } from "./solve";
import { interceptCombination } from "./unscale";

/** Options of `leastSquares`. */
export interface LeastSquaresOptions {
  /** Whether the line may miss the origin; true unless told otherwise. */
  readonly intercept?: boolean;
  /** One number of 0 or more for each row; a row of weight 0 takes no part. */
  readonly weights?: ColumnValues;
  /**
   * What does the bulk of the work where rows times the square of the columns are 17 million and more: `wasm` of `@neurite/wasm`, in a third of the
   * time. Plain JavaScript unless told otherwise. Results agree to their last digits.
   */
  readonly backend?: Backend;
}

/** A solved problem in scaled units. */
export interface SolvedLinear {
  /** The columns that were kept, that of ones first where there is an intercept. */
  readonly problem: Problem;
  /** The kept columns' names, without the one of ones. */
  readonly names: readonly string[];
  readonly dropped: readonly DroppedColumn[];
  readonly solution: Solution;
  /** In the caller's units. */
  readonly statistics: FitStatistics;
  readonly counting: WeightedRows;
  readonly conditionNumber: number;
}

/** Solves least squares of columns that may be more precise than float64; `subject` opens the messages. */
export function solveLinear(
  table: Table,
  target: PreciseColumn,
  { intercept = true, weights, backend }: LeastSquaresOptions,
  subject: string,
): SolvedLinear {
  checkRows(table, target.high.length, subject);
  const counting = weighRows(target.high.length, weights, subject);
  const scaled = (column: PreciseColumn) => {
    const low = column.low === undefined ? undefined : counting.take(column.low);
    return scaleColumn({ high: counting.take(column.high), low }, counting.weights, intercept);
  };
  const right = scaled(target);
  const features = table.columns.map(scaled);
  const design = intercept ? [onesColumn(counting.rows), ...features] : features;
  const first = intercept ? 1 : 0;
  const ones = Math.sqrt(counting.weights?.reduce((sum, weight) => sum + weight, 0) ?? counting.rows);
  const offsets = design.map(({ shift, scale }) => Math.abs(shift * scale) * ones);
  const decomposed = decompose(design, right, counting.weights, offsets, backend);
  const found = reconsider(decomposed.found, {
    columns: design,
    weights: counting.weights,
    offsets,
    isExact: (at) => at < first || isExact(table.columns[at - first] as PreciseColumn),
  });
  const { condition, factor } =
    found === decomposed.found ? decomposed : { condition: conditionNumber(found.triangle), factor: undefined };
  const kept = found.kept.map((j) => design[j] as ScaledColumn);
  const problem: Problem = {
    columns: kept,
    target: right,
    weights: counting.weights,
    intercept,
    combination: (at) =>
      at < first ? interceptCombination(kept) : Float64Array.from(kept, (_, j) => (j === at ? 1 : 0)),
  };
  const solution = solve(problem, found, condition, factor);
  const name = (j: number) => table.names[j - first] as string;
  const withoutOnes = (columns: readonly number[]) => columns.filter((j) => j >= first).map(name);
  return {
    problem,
    names: withoutOnes(found.kept),
    dropped: found.dropped.map(({ index, combinationOf }) => ({
      name: name(index),
      combinationOf: withoutOnes(combinationOf),
    })),
    solution,
    statistics: fitStatistics(solution, right, counting, kept.length, intercept),
    counting,
    conditionNumber: condition,
  };
}
