import { type DoubleDouble, divide, multiply, squareRoot } from "../linear-algebra/double-double";
import { type DoubleRows, dotRows, entryOf, setEntry, subtractMultiple } from "../linear-algebra/double-rows";
import { type PreciseTriangle, solveTransposedPrecisely } from "../linear-algebra/precise-triangle";
import type { Problem, Solution } from "./solution";

/** What R of the columns and the target says of a problem. */
export function solveByTriangle({ columns, intercept, combination }: Problem, triangle: PreciseTriangle): Solution {
  const count = columns.length;
  // The target's column of R: in rows of the columns what they tell of it, below what is left.
  const right = count * triangle.size;
  const first = intercept ? 1 : 0;
  const rest = entryOf(triangle.data, right + count);
  return {
    estimates: backSubstitute(triangle, count, right),
    deviations: columns.map((_, at) => lengthOfSolution(triangle, combination(at)).high),
    residualSumOfSquares: multiply(rest, rest).high,
    explainedSumOfSquares: dotRows(triangle.data, right + first, triangle.data, right + first, count - first).high,
    triangle,
  };
}

/** Solves R b = q for the first `count` columns, q standing in the triangle from entry `right` on. */
function backSubstitute({ size, data }: PreciseTriangle, count: number, right: number): DoubleRows {
  const solution = { high: data.high.slice(right, right + count), low: data.low.slice(right, right + count) };
  for (let j = count - 1; j >= 0; j--) {
    const value = divide(entryOf(solution, j), entryOf(data, j * size + j));
    setEntry(solution, j, value);
    subtractMultiple(value, data, j * size, solution, 0, j);
  }
  return solution;
}

/** The length of z in R'z = c, which is √(c'(R'R)⁻¹c). */
function lengthOfSolution(triangle: PreciseTriangle, c: Float64Array): DoubleDouble {
  const z = solveTransposedPrecisely(triangle, c);
  return squareRoot(dotRows(z, 0, z, 0, c.length));
}
