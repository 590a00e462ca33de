import { preciseTriangleOf } from "../linear-algebra/precise-triangle";
import type { Problem, Solution } from "./solution";
import { solveByTriangle } from "./solve-by-triangle";

/** Solves least squares in double-double arithmetic throughout: 31 digits less those that the condition number costs. */
export function solvePrecisely(problem: Problem): Solution {
  const { columns, target, weights } = problem;
  return solveByTriangle(problem, preciseTriangleOf([...columns, target], weights));
}
