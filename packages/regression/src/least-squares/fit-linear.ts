// From checked columns to a fitted line in the caller's units.
import type { Table } from "../columns/columns";
import type { PreciseColumn } from "../columns/precise-column";
import type { ScaledColumn } from "../columns/scaled-column";
import { finite } from "./finite";
import type { LinearFit } from "./linear-fit";
import { type LeastSquaresOptions, type SolvedLinear, solveLinear } from "./solve-linear";
import { interceptOf, slope } from "./unscale";

/** Least squares of columns that may be more precise than float64; `subject` opens the messages. */
export function fitLinear(
  table: Table,
  target: PreciseColumn,
  options: LeastSquaresOptions,
  subject: string,
): LinearFit {
  return linearFit(solveLinear(table, target, options, subject), subject);
}

/** What a solved problem says in the caller's units. */
export function linearFit(solved: SolvedLinear, subject: string): LinearFit {
  const { problem, names, solution, statistics } = solved;
  const { columns: kept, target, intercept } = problem;
  const { degreesOfFreedom, residualStandardDeviation } = statistics;
  const first = intercept ? 1 : 0;
  const check = (value: number, of: string) => finite(value, of, subject);
  // The residual standard deviation in scaled units, as the deviations of the coefficients are.
  const spread = Math.sqrt(solution.residualSumOfSquares / degreesOfFreedom);
  /** A kept column's coefficient in the caller's units. */
  const estimateOf = (at: number, of: string) => {
    const column = kept[at] as ScaledColumn;
    const { estimates, deviations } = solution;
    const estimate =
      at < first ? interceptOf(kept, target, estimates) : slope(column, target, estimates.high[at] as number);
    const error = degreesOfFreedom > 0 ? slope(column, target, spread * (deviations[at] as number)) : null;
    return {
      estimate: check(estimate, of),
      standardError: error === null ? null : check(error, `the standard error of ${of}`),
    };
  };
  const constant = intercept ? estimateOf(0, "the intercept") : { estimate: null, standardError: null };
  return {
    kind: "linear",
    coefficients: names.map((name, j) => ({ name, ...estimateOf(j + first, JSON.stringify(name)) })),
    intercept: constant.estimate,
    interceptStandardError: constant.standardError,
    dropped: solved.dropped,
    rank: kept.length,
    rows: solved.counting.rows,
    conditionNumber: solved.conditionNumber,
    ...statistics,
    residualStandardDeviation:
      residualStandardDeviation === null ? null : check(residualStandardDeviation, "the residual standard deviation"),
  };
}
