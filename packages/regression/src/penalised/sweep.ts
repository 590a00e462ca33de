import { type DescentState, move, smallViolation } from "./descent-state";

/**
 * One round of coordinate descent: each of the columns gets the coefficient that is best while the others stay. Only their own slopes are
 * kept up. Returns the largest move.
 */
export function sweep(state: DescentState, columns: readonly number[]): number {
  const { gram, penalties, beta, pull } = state;
  let largest = 0;
  for (const j of columns) {
    const held = beta[j] as number;
    const l1 = penalties.l1[j] as number;
    if (held === 0 && Math.abs(pull[j] as number) <= l1 + smallViolation) continue;
    const square = (gram.column(j)[j] as number) + (penalties.l2[j] as number);
    const whole = (pull[j] as number) + square * held;
    const best = (Math.sign(whole) * Math.max(0, Math.abs(whole) - l1)) / square;
    if (best === held) continue;
    move(state, j, best - held, columns);
    beta[j] = best;
    largest = Math.max(largest, Math.abs(best - held));
  }
  return largest;
}
