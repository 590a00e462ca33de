import { dotRows, doubleRows } from "../linear-algebra/double-rows";
import { backSubstitute, forwardSubstitute } from "../linear-algebra/upper-triangle";
import type { GramFactor } from "./decompose";
import type { Problem, Solution } from "./solution";
import { solveByTriangle } from "./solve-by-triangle";

/** What a result may be wrong by, as a part of itself: two units in its last place. */
const allowed = 2 ** -51;

/**
 * Solves least squares from R of X'X, known to about 70 bits. Undefined where what rounding took of the products might show in a result, the old
 * fault of the normal equations: where columns are nearly collinear, or coefficients or residuals almost nothing beside the target.
 *
 * `columns` are those of R in float64, and the deviations may be wrong by the part `allowedOfDeviations` of themselves.
 */
export function solveByProducts(
  problem: Problem,
  columns: readonly Float64Array[],
  { triangle, rounding }: GramFactor,
  allowedOfDeviations: number,
): Solution | undefined {
  const solution = solveByTriangle(problem, triangle);
  const { estimates, deviations, residualSumOfSquares } = solution;
  const { size, data } = triangle;
  const lengths = Array.from({ length: size }, (_, j) =>
    Math.sqrt(dotRows(data, j * size, data, j * size, j + 1).high),
  );
  const lengthOf = (j: number) => lengths[j] as number;
  // Rounding takes ε |xᵢ| |xⱼ| of a product: of X'y - X'X b in row i up to ε |xᵢ| (|y| + Σ |bⱼ xⱼ|), of the sum of squares the square of the bracket.
  const reach = estimates.high.reduce((sum, b, j) => sum + Math.abs(b) * lengthOf(j), lengthOf(size - 1));
  if (!(rounding * reach ** 2 <= allowed * residualSumOfSquares)) return undefined;
  for (const [at, deviation] of deviations.entries()) {
    const factors = problem.combination(at);
    const value = dotRows({ high: factors, low: doubleRows(factors.length).low }, 0, estimates, 0, factors.length).high;
    // c'δb = w'δ(X'y - X'X b) with w = (X'X)⁻¹c; of the deviation's square it is w'δ(X'X) w
    const w = backSubstitute(columns, forwardSubstitute(columns, factors));
    const weight = w.reduce((sum, part, j) => sum + Math.abs(part) * lengthOf(j), 0);
    if (!(rounding * weight * reach <= allowed * Math.abs(value))) return undefined;
    if (!(rounding * weight ** 2 <= allowedOfDeviations * deviation ** 2)) return undefined;
  }
  return solution;
}
