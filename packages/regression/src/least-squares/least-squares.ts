// The baseline: ordinary and weighted least squares.
import { type Columns, type ColumnValues, readColumn, readColumns } from "../columns/columns";
import { fitLinear } from "./fit-linear";
import type { LinearFit } from "./linear-fit";
import type { LeastSquaresOptions } from "./solve-linear";

/**
 * Fits a target as a sum of multiples of columns so that the squared misses are least.
 *
 * Minimises Σᵢ wᵢ (yᵢ - b₀ - Σⱼ bⱼ xᵢⱼ)² by Householder QR with column pivoting and iterative refinement, not by the normal
 * equations: in float64, and where its digits do not suffice, in double-double arithmetic. Decimal text is read to 31 digits. With a `backend` large
 * tables are solved from sums of products to some 70 bits, wherever a bound on their rounding shows that no digit is lost by it.
 * Columns are centred and scaled inside, so units do no harm. Of perfectly collinear columns those earlier in the order are
 * kept; the others are named in `dropped`. More columns than rows are dropped by the same rule.
 *
 * Errors: `too-few-rows` (no row), `bad-cell` (a cell is no finite number), `bad-data` (lengths, weights), `not-finite` (a coefficient
 * is beyond float64).
 *
 * Source: Golub and Van Loan, Matrix Computations, 4th edition, 5.2 to 5.4; Dekker, A floating-point technique for extending the
 * available precision, Numerische Mathematik 18 (1971); Ozaki, Ogita, Oishi and Rump, Error-free transformations of matrix
 * multiplication, Numerical Algorithms 59 (2012).
 *
 * @example
 * ```ts
 * import { leastSquares } from "@neurite/regression";
 *
 * const fit = leastSquares({ x: [1, 2, 3] }, [3, 5, 7]);
 * console.log(fit.intercept); // → 1
 * console.log(fit.coefficients[0]?.estimate, fit.coefficients[0]?.standardError); // → 2 0
 * ```
 */
export function leastSquares(columns: Columns, target: ColumnValues, options: LeastSquaresOptions = {}): LinearFit {
  const subject = "leastSquares";
  return fitLinear(readColumns(columns, subject), readColumn(target, `${subject}: the target`), options, subject);
}
