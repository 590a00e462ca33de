// From checked columns to a fitted line: scale, find the columns that are independent, solve as precisely as it takes, unscale.
import { NeuriteError } from "@neurite/tensor";
import { type ColumnValues, checkRows, type Table } from "./columns";
import { conditionNumber } from "./condition-number";
import { fitStatistics } from "./fit-statistics";
import { independentColumns } from "./independent-columns";
import type { LinearFit } from "./linear-fit";
import type { PreciseColumn } from "./precise-column";
import { weighRows } from "./row-weights";
import { onesColumn, type ScaledColumn, scaleColumn } from "./scaled-column";
import type { Problem } from "./solution";
import { solve } from "./solve";
import { triangleOf } from "./triangle";
import { interceptCombination, interceptOf, slope } from "./unscale";

/** Options of `leastSquares`. */
export interface LeastSquaresOptions {
  /** Whether the line may miss the origin; true unless told otherwise. */
  readonly intercept?: boolean;
  /** One number of 0 or more for each row; a row of weight 0 takes no part. */
  readonly weights?: ColumnValues;
}

/** Least squares of columns that may be more precise than float64; `subject` opens the messages. */
export function fitLinear(
  table: Table,
  target: PreciseColumn,
  { intercept = true, weights }: LeastSquaresOptions,
  subject: string,
): LinearFit {
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
  const triangle = triangleOf([...design, right], counting.weights);
  const ones = Math.sqrt(counting.weights?.reduce((sum, weight) => sum + weight, 0) ?? counting.rows);
  const found = independentColumns(
    triangle,
    design.length,
    design.map(({ shift, scale }) => Math.abs(shift * scale) * ones),
  );
  const kept = found.kept.map((j) => design[j] as ScaledColumn);
  const rank = kept.length;
  const problem: Problem = {
    columns: kept,
    target: right,
    weights: counting.weights,
    intercept,
    combination: (at) =>
      at < first ? interceptCombination(kept) : Float64Array.from(kept, (_, j) => (j === at ? 1 : 0)),
  };
  const condition = conditionNumber(found.triangle);
  const solution = solve(problem, found, condition);

  const statistics = fitStatistics(solution, right, counting, rank, intercept);
  const { degreesOfFreedom, residualStandardDeviation } = statistics;
  const name = (j: number) => table.names[j - first] as string;
  const check = (value: number, of: string) => checked(value, of, subject);
  // The residual standard deviation in scaled units, as the deviations of the coefficients are.
  const spread = Math.sqrt(solution.residualSumOfSquares / degreesOfFreedom);
  /** A kept column's coefficient in the caller's units. */
  const estimateOf = (at: number, of: string) => {
    const column = kept[at] as ScaledColumn;
    const { estimates, deviations } = solution;
    const estimate =
      at < first ? interceptOf(kept, right, estimates) : slope(column, right, estimates.high[at] as number);
    const error = degreesOfFreedom > 0 ? slope(column, right, spread * (deviations[at] as number)) : null;
    return {
      estimate: check(estimate, of),
      standardError: error === null ? null : check(error, `the standard error of ${of}`),
    };
  };
  const constant = intercept ? estimateOf(0, "the intercept") : { estimate: null, standardError: null };
  return {
    kind: "linear",
    coefficients: found.kept.flatMap((j, at) =>
      j < first ? [] : [{ name: name(j), ...estimateOf(at, JSON.stringify(name(j))) }],
    ),
    intercept: constant.estimate,
    interceptStandardError: constant.standardError,
    dropped: found.dropped.map(({ index, combinationOf }) => ({
      name: name(index),
      combinationOf: combinationOf.filter((j) => j >= first).map(name),
    })),
    rank,
    rows: counting.rows,
    conditionNumber: condition,
    ...statistics,
    residualStandardDeviation:
      residualStandardDeviation === null ? null : check(residualStandardDeviation, "the residual standard deviation"),
  };
}

function checked(value: number, of: string, subject: string): number {
  if (Number.isFinite(value)) return value;
  throw new NeuriteError(
    "not-finite",
    `${subject}: the result for ${of} is too large for float64 (above 1.8e308). Measure the columns or the target in other units.`,
  );
}
