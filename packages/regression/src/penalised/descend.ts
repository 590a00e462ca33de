// Coordinate descent for the elastic net (Friedman, Hastie and Tibshirani, Regularization paths for generalized linear models via
// coordinate descent, Journal of Statistical Software 33, 2010), with exact steps between the sweeps and a duality gap as the end.
import { activeColumns, type DescentState, refreshPull, smallViolation, violation } from "./descent-state";
import { dualityGap } from "./duality-gap";
import { type Descended, polish, type Standard } from "./polish";
import { signStep } from "./sign-step";
import { dot, type Penalties } from "./standard-rows";
import { sweep } from "./sweep";

/** In units of the target's mean square; what rounding leaves is below it. */
const smallGap = 1e-15;
/** A few dozen rounds do unless columns are perfectly collinear; the gap then says how far this came. */
const mostRounds = 2000;
const mostSweeps = 20;

/** Finds the minimum, beginning at `start`. */
export function descend(standard: Standard, penalties: Penalties, start: Float64Array): Descended {
  const near = start.some((value) => value !== 0) ? start : comeNear(standard, penalties, start);
  return polish(standard, penalties, approach(standard, penalties, near));
}

/** From all coefficients 0 by way of larger penalties, so that never many more columns are active than the minimum has. */
function comeNear(standard: Standard, { l1, l2 }: Penalties, start: Float64Array): Float64Array {
  const ratios = standard.correlations.map((c, j) => Math.abs(c) / Math.max(1e-9, l1[j] as number));
  let near = start;
  for (let times = ratios.reduce((most, ratio) => Math.max(most, ratio), 0) / 1.5; times > 1.2; times /= 1.5) {
    const larger = { l1: l1.map((x) => Math.min(1e300, x * times)), l2: l2.map((x) => x * times) };
    near = approach(standard, larger, near);
  }
  return near;
}

function approach({ data, gram, correlations }: Standard, penalties: Penalties, start: Float64Array): Float64Array {
  const state: DescentState = { gram, penalties, beta: start.slice(), pull: correlations.slice() };
  const { beta, pull } = state;
  const everyColumn = Array.from(beta.keys());
  refreshPull(state, correlations);
  let best = Number.POSITIVE_INFINITY;
  let idle = 0;
  for (let round = 0; round < mostRounds && idle < 20; round++) {
    sweep(state, everyColumn);
    const active = activeColumns(beta);
    const first = sweep(state, active);
    for (let n = 0; n < mostSweeps && sweep(state, active) > 1e-3 * first; n++);
    signStep(data, state);
    refreshPull(state, correlations);
    const off = violation(state);
    if (off <= smallViolation) break;
    const slope = pull.map((value, j) => value + (penalties.l2[j] as number) * (beta[j] as number));
    if (dualityGap(penalties, beta, slope, squaresFrom(data.target, correlations, beta, slope)) <= smallGap) break;
    // Where rounding is all that is left, nothing gets better any more.
    idle = off < best ? 0 : idle + 1;
    best = Math.min(best, off);
  }
  return beta;
}

/** |y - Zβ|² from products that are known: |y|² - β'(Z'y + Z'r). */
function squaresFrom(
  target: Float64Array,
  correlations: Float64Array,
  beta: Float64Array,
  slope: Float64Array,
): number {
  return Math.max(0, dot(target, target) - dot(beta, correlations) - dot(beta, slope));
}
