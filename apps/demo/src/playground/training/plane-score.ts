import { score } from "../../customers/score";
import { type PlaneSet, rowCount } from "../sets/plane-set";

/** How good answers are on the rows from `start` up to `end`: R² for numbers, the share of right ones for groups. */
export function planeScore(set: PlaneSet, answers: (row: number) => number, start: number, end: number): number {
  const { values } = set.target;
  if (set.task === "number") return score(values, answers, start, end).r2;
  let right = 0;
  for (let row = start; row < end; row++) if (answers(row) >= 0.5 === (values[row] === 1)) right += 1;
  return right / (end - start);
}

/** The score on the rows that nothing was learnt from. */
export function heldOutScore(set: PlaneSet, answers: ArrayLike<number>): number {
  return planeScore(set, (row) => answers[row] as number, set.trainRows, rowCount(set));
}
