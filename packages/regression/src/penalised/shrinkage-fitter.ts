// From a problem to fits at one penalty after another, each beginning where the last one ended.

import { onesColumn } from "../columns/scaled-column";
import { finite } from "../least-squares/finite";
import { interceptOf, slope } from "../least-squares/unscale";
import { doubleRows } from "../linear-algebra/double-rows";
import { descend } from "./descend";
import type { ElasticNetFit } from "./elastic-net-fit";
import { gramMatrix } from "./gram-matrix";
import { type Descended, judge, type Standard } from "./polish";
import { shrink } from "./shrink";
import type { ShrinkageProblem } from "./shrinkage-problem";
import { solveRidge } from "./solve-ridge";
import { dot, type Penalties, sizesAtZero, standardPenalties, standardRows, targetUnit } from "./standard-rows";

/** Fits a problem at penalties of the caller's choice. */
export interface ShrinkageFitter {
  readonly fit: (penalty: number, l1Ratio: number) => ElasticNetFit;
  /** The same for an `l1Ratio` of 0 to the last digits, with a QR of all rows each time. */
  readonly ridge: (penalty: number) => ElasticNetFit;
  /** The least penalty at which a lasso has all coefficients 0; 0 if no column tells anything. */
  readonly largest: () => number;
}

/** Prepares the rows once for all penalties. */
export function shrinkageFitter(problem: ShrinkageProblem, subject: string): ShrinkageFitter {
  const data = standardRows(problem);
  const correlations = Float64Array.from(data.columns, (column) => dot(column, data.target));
  const standard: Standard = { data, gram: gramMatrix(data.columns), correlations };
  let last: Float64Array = new Float64Array(data.columns.length);
  const targetSquares = dot(data.target, data.target);
  const report = (found: Descended, of: { penalty: number; l1Ratio: number }) =>
    inCallersUnits(problem, found, targetSquares, of, subject);
  return {
    fit: (penalty, l1Ratio) => {
      const penalties = standardPenalties(problem, penalty, l1Ratio, subject);
      const found =
        l1Ratio === 0
          ? (shrink(standard, penalties) ?? ridge(problem, standard, penalties, penalty, subject))
          : descend(standard, penalties, last);
      last = found.beta;
      return report(found, { penalty, l1Ratio });
    },
    ridge: (penalty) => {
      const penalties = standardPenalties(problem, penalty, 0, subject);
      return report(ridge(problem, standard, penalties, penalty, subject), { penalty, l1Ratio: 0 });
    },
    largest: () => {
      const sizes = sizesAtZero(problem, data);
      const largest = sizes.reduce((most, size) => Math.max(most, size), 0);
      return finite(largest, "the largest penalty", subject);
    },
  };
}

function ridge(
  problem: ShrinkageProblem,
  { data }: Standard,
  penalties: Penalties,
  penalty: number,
  subject: string,
): Descended {
  const unit = targetUnit(problem);
  const scaled = solveRidge(problem, penalty, subject);
  const beta = Float64Array.from(
    problem.varying,
    ({ deviation }, j) => ((scaled.high[j + 1] as number) * deviation) / unit,
  );
  return { beta, scaled, ...judge(data, penalties, beta) };
}

function inCallersUnits(
  problem: ShrinkageProblem,
  { beta, scaled, gap, residualSquares }: Descended,
  targetSquares: number,
  { penalty, l1Ratio }: { penalty: number; l1Ratio: number },
  subject: string,
): ElasticNetFit {
  const { names, varying, target, intercept, standardize, rows } = problem;
  const unit = targetUnit(problem);
  const estimates = new Float64Array(names.length);
  const constant = new Set(names);
  const parts = scaled ?? doubleRows(varying.length + 1);
  for (const [j, { index, column, deviation }] of varying.entries()) {
    const name = names[index] as string;
    if (scaled === undefined) parts.high[j + 1] = ((beta[j] as number) * unit) / deviation;
    estimates[index] = finite(slope(column, target, parts.high[j + 1] as number), JSON.stringify(name), subject);
    constant.delete(name);
  }
  const columns = [onesColumn(1), ...varying.map(({ column }) => column)];
  return {
    kind: "elastic-net",
    coefficients: names.map((name, index) => ({ name, estimate: estimates[index] as number })),
    intercept: intercept ? finite(interceptOf(columns, target, parts), "the intercept", subject) : null,
    zero: names.filter((_, index) => estimates[index] === 0),
    constant: [...constant],
    penalty,
    l1Ratio,
    standardize,
    rows,
    rSquared: targetSquares > 0 ? finite(1 - residualSquares / targetSquares, "R²", subject) : null,
    dualityGap: targetSquares > 0 ? finite((2 * gap) / targetSquares, "the duality gap", subject) : 0,
  };
}
