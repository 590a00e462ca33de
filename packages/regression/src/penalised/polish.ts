// The last digits of a penalised fit, for the signs that were found.
import { solveCholesky } from "../linear-algebra/cholesky";
import type { DoubleRows } from "../linear-algebra/double-rows";
import { activeFactor } from "./active-factor";
import { activeColumns } from "./descent-state";
import { dualityGap } from "./duality-gap";
import type { GramMatrix } from "./gram-matrix";
import { dot, type Penalties, type StandardRows } from "./standard-rows";

/** A correction of so small a part changes nothing that the next one could see. */
const lastBits = 2 ** -51;

/** What stays the same from penalty to penalty. */
export interface Standard {
  readonly data: StandardRows;
  readonly gram: GramMatrix;
  /** Z'y. */
  readonly correlations: Float64Array;
}

/** Coefficients in standard units. */
export interface Descended {
  readonly beta: Float64Array;
  /** The same in scaled units, the intercept first, where they are known to more digits than standard ones hold. */
  readonly scaled?: DoubleRows;
  readonly gap: number;
  readonly residualSquares: number;
}

/** Takes the residuals from the rows themselves, not from Z'Z, and mends what its rounding left wrong. */
export function polish({ data, gram }: Standard, penalties: Penalties, start: Float64Array): Descended {
  const beta = start.slice();
  const { members, factor } = activeFactor(data, gram, penalties.l2, activeColumns(beta));
  let residuals = residualsOf(data, beta);
  let last = Number.POSITIVE_INFINITY;
  for (let step = 0; step < 4 && members.length > 0; step++) {
    const right = Float64Array.from(members, (j) => {
      const held = beta[j] as number;
      const pull = dot(data.columns[j] as Float64Array, residuals) - (penalties.l2[j] as number) * held;
      return pull - (penalties.l1[j] as number) * Math.sign(held);
    });
    const by = solveCholesky(factor, members.length, right);
    const stride = by.reduce((size, value) => Math.max(size, Math.abs(value)), 0);
    const turns = members.some(
      (j, k) => (penalties.l1[j] as number) > 0 && ((beta[j] as number) + (by[k] as number)) * (beta[j] as number) <= 0,
    );
    if (turns || !(stride < last / 2)) break;
    last = stride;
    for (const [k, j] of members.entries()) beta[j] = (beta[j] as number) + (by[k] as number);
    if (stride <= lastBits * members.reduce((size, j) => Math.max(size, Math.abs(beta[j] as number)), 0)) break;
    residuals = residualsOf(data, beta);
  }
  return { beta, ...judge(data, penalties, beta, residuals) };
}

/** How near coefficients are to the minimum, by the residuals they leave. */
export function judge(
  data: StandardRows,
  penalties: Penalties,
  beta: Float64Array,
  residuals = residualsOf(data, beta),
): Pick<Descended, "gap" | "residualSquares"> {
  const residualSquares = dot(residuals, residuals);
  const slope = Float64Array.from(data.columns, (column) => dot(column, residuals));
  return { gap: dualityGap(penalties, beta, slope, residualSquares), residualSquares };
}

/** y - Zβ. */
function residualsOf({ columns, target }: StandardRows, beta: Float64Array): Float64Array {
  const residuals = target.slice();
  for (const [j, value] of beta.entries()) {
    if (value === 0) continue;
    const column = columns[j] as Float64Array;
    for (let row = 0; row < residuals.length; row++)
      residuals[row] = (residuals[row] as number) - value * (column[row] as number);
  }
  return residuals;
}
