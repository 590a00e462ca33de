import { leastSquares, logisticRegression } from "neurite";
import { type PlaneSet, rowCount } from "../sets/plane-set";
import { planeScore } from "./plane-score";

/** The straight line through a set: what every network is measured against. */
export interface StraightLine {
  readonly intercept: number;
  readonly slopes: readonly [number, number];
  readonly heldOut: number;
}

/** Least squares for numbers; for groups the line that logistic regression draws between them. */
export function straightLine(set: PlaneSet): StraightLine {
  const learnt = set.trainRows;
  const columns = set.inputs.map(({ values }, i) => [String(i), values.subarray(0, learnt)] as const);
  const target = set.target.values.subarray(0, learnt);
  const fitted = set.task === "number" ? leastSquares(columns, target) : logisticRegression(columns, target);
  const intercept = fitted.intercept ?? 0;
  // a column that says nothing new has no slope
  const slope = (i: 0 | 1) => fitted.coefficients.find(({ name }) => name === String(i))?.estimate ?? 0;
  const slopes = [slope(0), slope(1)] as const;
  const sum = (row: number) =>
    intercept + slopes[0] * (set.inputs[0].values[row] as number) + slopes[1] * (set.inputs[1].values[row] as number);
  // logistic regression says 1 where its sum is above 0
  const answer = set.task === "number" ? sum : (row: number) => (sum(row) > 0 ? 1 : 0);
  return { intercept, slopes, heldOut: planeScore(set, answer, learnt, rowCount(set)) };
}
