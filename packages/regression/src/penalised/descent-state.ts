import type { GramMatrix } from "./gram-matrix";
import type { Penalties } from "./standard-rows";

/** A pull of so much, in units of column and target, is rounding: nothing enters a fit for it. */
export const smallViolation = 2 ** -50;

/** Coefficients on their way, with the slope of the squared part of the objective kept along (covariance updates). */
export interface DescentState {
  readonly gram: GramMatrix;
  readonly penalties: Penalties;
  readonly beta: Float64Array;
  /** Z'(y - Zβ) - l2 β: at the minimum l1 · sign β where β is not 0, within ± l1 elsewhere. */
  readonly pull: Float64Array;
}

/** Adds to one coefficient; the slopes of the columns `among` follow, which it must be one of. */
export function move(
  { gram, penalties, beta, pull }: DescentState,
  j: number,
  by: number,
  among: ArrayLike<number>,
): void {
  const column = gram.column(j);
  for (let k = 0; k < among.length; k++) {
    const i = among[k] as number;
    pull[i] = (pull[i] as number) - by * (column[i] as number);
  }
  pull[j] = (pull[j] as number) - by * (penalties.l2[j] as number);
  beta[j] = (beta[j] as number) + by;
}

/** Calculates the slope anew from Z'y, so that rounding does not gather in it. */
export function refreshPull({ gram, penalties, beta, pull }: DescentState, correlations: Float64Array): void {
  pull.set(correlations);
  for (const [j, value] of beta.entries()) {
    if (value === 0) continue;
    const column = gram.column(j);
    for (let i = 0; i < pull.length; i++) pull[i] = (pull[i] as number) - value * (column[i] as number);
    pull[j] = (pull[j] as number) - value * (penalties.l2[j] as number);
  }
}

/** The columns whose coefficient is not 0. */
export function activeColumns(beta: Float64Array): readonly number[] {
  return Array.from(beta.keys()).filter((j) => beta[j] !== 0);
}

/** By how much the conditions of a minimum (Karush, Kuhn and Tucker) are broken at worst. */
export function violation({ penalties, beta, pull }: DescentState): number {
  let worst = 0;
  for (const [j, value] of beta.entries()) {
    const l1 = penalties.l1[j] as number;
    const off = value === 0 ? Math.abs(pull[j] as number) - l1 : Math.abs((pull[j] as number) - Math.sign(value) * l1);
    worst = Math.max(worst, off);
  }
  return worst;
}
