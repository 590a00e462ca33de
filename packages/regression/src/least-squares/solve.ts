// How precisely to calculate: float64 where it holds 14 digits of everything, double-double where it does not.
import type { Independence } from "../linear-algebra/independent-columns";
import type { GramFactor } from "./decompose";
import type { Problem, Solution } from "./solution";
import { solveByProducts } from "./solve-by-products";
import { solvePlainly } from "./solve-plainly";
import { solvePrecisely } from "./solve-precisely";

/** So many multiplications of double-doubles take a third of a second: up to here nobody waits long for 14 digits. */
const littleWork = 2 ** 26;
/** So many take a few milliseconds: less is always solved so, to the last digits of standard errors too. */
const tinyWork = 2 ** 18;
/** What rounding costs standard errors grows with the condition number; up to this one they have 14 digits in float64 … */
const conditionForAllDigits = 8;
/** … and up to this one 9. Beyond, refinement would begin to fail the coefficients too. */
const conditionForEnoughDigits = 1e6;
/** Where the residuals are a smaller part of the target than √ of this, their rounding begins to show in the sum of their squares. */
const tinyPart = 2 ** -60;
/** What rounding of the products may cost standard errors of which all digits are asked for. */
const allDigits = 2 ** -49;

/** Solves least squares as precisely as the condition number, the residuals and the amount of work call for. */
export function solve(problem: Problem, found: Independence, condition: number, factor?: GramFactor): Solution {
  const work = problem.target.values.length * (problem.columns.length + 1) ** 2;
  if (work <= tinyWork) return solvePrecisely(problem);
  const little = work <= littleWork;
  if (factor !== undefined) {
    // in large tables no less than reflections would give
    const solution = solveByProducts(problem, found.triangle, factor, little ? allDigits : 2 ** -52 * condition);
    if (solution !== undefined) return solution;
  }
  if (condition > (little ? conditionForAllDigits : conditionForEnoughDigits)) return solvePrecisely(problem);
  const solution = solvePlainly(problem, found);
  const tiny = solution.residualSumOfSquares < tinyPart * solution.explainedSumOfSquares;
  return little && tiny ? solvePrecisely(problem) : solution;
}
