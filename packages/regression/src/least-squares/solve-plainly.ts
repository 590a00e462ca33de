import { doubleRows } from "../linear-algebra/double-rows";
import type { Independence } from "../linear-algebra/independent-columns";
import { pivotedQR, solvePivoted, solveTransposed } from "../linear-algebra/pivoted-qr";
import type { PreciseTriangle } from "../linear-algebra/precise-triangle";
import { normBelow } from "../linear-algebra/reflector";
import { refine } from "./refine";
import type { Problem, Solution } from "./solution";

/** Solves least squares in float64 from the triangle that told the columns independent, with the estimates refined in double-double. */
export function solvePlainly(problem: Problem, { triangle, right }: Independence): Solution {
  const qr = pivotedQR(triangle, right);
  const { columns, target, weights, intercept, combination } = problem;
  const { estimates, residualSumOfSquares } = refine(columns, target, weights, qr, solvePivoted(qr));
  return {
    estimates,
    deviations: columns.map((_, at) => normBelow(solveTransposed(qr, combination(at)), 0)),
    residualSumOfSquares,
    explainedSumOfSquares: normBelow(right.subarray(0, columns.length), intercept ? 1 : 0) ** 2,
    triangle: withoutLowParts(triangle),
  };
}

/** The triangle of float64 where one in double-double is asked for. */
function withoutLowParts(columns: readonly Float64Array[]): PreciseTriangle {
  const size = columns.length;
  const data = doubleRows(size * size);
  for (const [j, column] of columns.entries()) data.high.set(column.subarray(0, j + 1), j * size);
  return { size, data };
}
