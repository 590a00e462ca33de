// The rows as coordinate descent wants them: every column and the target of mean 0 and mean square 1, the weights multiplied in.
import { NeuriteError } from "@neurite/tensor";
import { type ScaledColumn, timesPowerOfTwo } from "../columns/scaled-column";
import { type ShrinkageProblem, scaledCells } from "./shrinkage-problem";

/** Columns z and target y, such that the objective is ½ |y - Σ βⱼ zⱼ|² + Σ l1ⱼ |βⱼ| + ½ Σ l2ⱼ βⱼ². */
export interface StandardRows {
  readonly columns: readonly Float64Array[];
  readonly target: Float64Array;
}

/** The penalties of the standard coefficients, one for each column. */
export interface Penalties {
  readonly l1: Float64Array;
  readonly l2: Float64Array;
}

/** The standard rows of a problem. */
export function standardRows(problem: ShrinkageProblem): StandardRows {
  const { rows, weights, total } = problem;
  const roots = Float64Array.from({ length: rows }, (_, row) => Math.sqrt((weights?.[row] ?? 1) / total));
  const standard = (column: ScaledColumn, deviation: number) => {
    const cells = scaledCells(column);
    for (let row = 0; row < rows; row++) cells[row] = ((cells[row] as number) / deviation) * (roots[row] as number);
    return cells;
  };
  return {
    columns: problem.varying.map(({ column, deviation }) => standard(column, deviation)),
    target: standard(problem.target, targetUnit(problem)),
  };
}

/** The deviation of the target, 1 where it does not vary. */
export function targetUnit({ targetDeviation }: ShrinkageProblem): number {
  return targetDeviation > 0 ? targetDeviation : 1;
}

/** What a penalty in the caller's units is in standard ones. */
export function standardPenalties(
  problem: ShrinkageProblem,
  penalty: number,
  l1Ratio: number,
  subject: string,
): Penalties {
  const { varying, standardize } = problem;
  const l1 = new Float64Array(varying.length);
  const l2 = new Float64Array(varying.length);
  for (const [j, { column, deviation }] of varying.entries()) {
    const size = standardize ? 1 : column.scale / deviation;
    const exponent = standardize ? 0 : -column.exponent;
    // However large, it leaves a coefficient of 0; finite, so that 0 times it is 0.
    l1[j] = Math.min(1e300, (penalty * l1Ratio) / sizeOfOne(problem, size, exponent));
    l2[j] = timesPowerOfTwo(penalty * (1 - l1Ratio) * size * size, 2 * exponent);
    if ((l2[j] as number) < 1e100) continue;
    throw new NeuriteError(
      "not-finite",
      `${subject}: a penalty of ${penalty} is too large for column ${JSON.stringify(problem.names[varying[j]?.index ?? 0])} in float64. Choose a smaller one, or leave "standardize" on.`,
    );
  }
  return { l1, l2 };
}

/** Σ zⱼ y for each column, in the units of a penalty with an `l1Ratio` of 1: above it, that column's coefficient begins at 0. */
export function sizesAtZero(problem: ShrinkageProblem, { columns, target }: StandardRows): readonly number[] {
  return problem.varying.map(({ column, deviation }, j) => {
    const size = problem.standardize ? 1 : column.scale / deviation;
    const exponent = problem.standardize ? 0 : -column.exponent;
    return Math.abs(dot(columns[j] as Float64Array, target)) * sizeOfOne(problem, size, exponent);
  });
}

/** What a standard l1 of 1 is in the caller's units. */
function sizeOfOne(problem: ShrinkageProblem, size: number, exponent: number): number {
  const { scale, exponent: targets } = problem.target;
  return timesPowerOfTwo(targetUnit(problem) / scale / size, targets - exponent);
}

/** Σ aᵢ bᵢ. */
export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let row = 0; row < a.length; row++) sum += (a[row] as number) * (b[row] as number);
  return sum;
}
