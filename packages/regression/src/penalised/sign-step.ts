// While no coefficient changes its sign the objective is a parabola, whose minimum one linear system tells. Coordinate descent
// finds the signs, this finds the digits: "feature-sign search" (Lee, Battle, Raina and Ng, Efficient sparse coding, 2007).
import { solveCholesky } from "../linear-algebra/cholesky";
import { type ActiveFactor, activeFactor } from "./active-factor";
import { activeColumns, type DescentState, move } from "./descent-state";
import type { StandardRows } from "./standard-rows";

/**
 * Moves to the minimum for the present signs; a coefficient that would change its sign on the way becomes 0 and leaves. Only the
 * slopes of active columns are kept up.
 */
export function signStep(data: StandardRows, state: DescentState): void {
  const { gram, penalties, beta, pull } = state;
  for (;;) {
    const active = activeColumns(beta);
    if (active.length === 0) return;
    const found = activeFactor(data, gram, penalties.l2, active);
    const { members, factor } = found;
    const [dependent] = found.dependent;
    if (dependent !== undefined) {
      const direction = idleDirection(state, found, dependent);
      moveUntilZero(state, active, [...members, dependent], direction, Number.POSITIVE_INFINITY);
      continue;
    }
    const right = Float64Array.from(
      members,
      (j) => (pull[j] as number) - (penalties.l1[j] as number) * Math.sign(beta[j] as number),
    );
    if (!moveUntilZero(state, active, members, solveCholesky(factor, members.length, right), 1)) return;
  }
}

/**
 * Where a column is a combination of others, coefficients can move along without any change of the fitted values: in this
 * direction, the dependent column's coefficient last, the sum of sizes does not grow, and some coefficient comes to 0.
 */
function idleDirection(
  { gram, penalties: { l1 }, beta }: DescentState,
  { members, factor }: ActiveFactor,
  dependent: number,
): Float64Array {
  const column = gram.column(dependent);
  const combination = solveCholesky(
    factor,
    members.length,
    Float64Array.from(members, (j) => column[j] as number),
  );
  const slopeOf = (j: number) => (l1[j] as number) * Math.sign(beta[j] as number);
  const slope = members.reduce((sum, j, k) => sum - (combination[k] as number) * slopeOf(j), slopeOf(dependent));
  // Of two that are as good as each other, the one that comes first keeps its coefficient.
  const tie = Math.abs(slope) <= 1e-9 * (l1[dependent] as number);
  const way = tie ? -Math.sign(beta[dependent] as number) : -Math.sign(slope);
  return Float64Array.from([...combination.map((c) => -c * way), way]);
}

/** Moves `most` times the step or until the first coefficient is 0; tells whether one is. */
function moveUntilZero(
  state: DescentState,
  active: readonly number[],
  columns: readonly number[],
  step: Float64Array,
  most: number,
): boolean {
  const { beta } = state;
  let part = most;
  let leaving = -1;
  for (const [k, j] of columns.entries()) {
    const held = beta[j] as number;
    const by = step[k] as number;
    if (by * held >= 0 || -held / by > part) continue;
    part = -held / by;
    leaving = j;
  }
  // A direction in which nothing comes to 0 is none to follow without end.
  if (!Number.isFinite(part)) {
    leaving = columns[columns.length - 1] as number;
    part = 0;
  }
  for (const [k, j] of columns.entries()) {
    move(state, j, j === leaving ? -(beta[j] as number) : part * (step[k] as number), active);
  }
  if (leaving >= 0) beta[leaving] = 0;
  return leaving >= 0;
}
