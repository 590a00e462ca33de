import type { ScaledColumn } from "../columns/scaled-column";
import { finite } from "../least-squares/finite";
import type { SolvedLinear } from "../least-squares/solve-linear";
import { slope } from "../least-squares/unscale";
import type { CodedClusters } from "./clusters";
import { clusteredCovariance, type RobustKind, robustCovariance } from "./robust-covariance";
import { standardErrorOf, type Uncertainty, waldF } from "./uncertainty";

/** What a robust covariance says of a fit in place of the ordinary one. */
export interface RobustInference {
  readonly covariance: Float64Array;
  /** Of the kept columns, the intercept's first. */
  readonly standardErrors: readonly number[];
  readonly fStatistic: number | null;
}

/** Standard errors and Wald's F for rows that are not equally exact, or come in clusters; needs degrees of freedom. */
export function robustInference(
  solved: SolvedLinear,
  by: RobustKind | CodedClusters,
  subject: string,
): RobustInference {
  const { problem, solution, statistics, names } = solved;
  const covariance = typeof by === "string" ? robustCovariance(solved, by, subject) : clusteredCovariance(solved, by);
  const uncertainty: Uncertainty = { triangle: solution.triangle, covariance };
  const first = problem.intercept ? 1 : 0;
  // The clusters' sums of scores add up to 0, so their squares have a rank of G - 1 at most.
  const tooFew = typeof by !== "string" && by.count - 1 < problem.columns.length - first;
  return {
    covariance,
    standardErrors: problem.columns.map((column: ScaledColumn, at) => {
      const error = slope(column, problem.target, standardErrorOf(uncertainty, problem.combination(at)));
      const of = at < first ? "the intercept" : JSON.stringify(names[at - first]);
      return finite(error, `the standard error of ${of}`, subject);
    }),
    fStatistic: statistics.perfectFit || tooFew ? null : waldF(uncertainty, solution.estimates, first),
  };
}
