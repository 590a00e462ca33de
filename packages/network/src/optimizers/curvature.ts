import { dot } from "./vector";

/** What one step taught of the curvature: how far it went, and how much the gradient changed. */
export interface Curvature {
  readonly step: readonly number[];
  readonly change: readonly number[];
}

/** Whether a step is of use: only where the gradient grew along it is the loss curved upwards. */
export function isUseful({ step, change }: Curvature): boolean {
  const [along, square] = [dot(step, change), dot(change, change)];
  return Number.isFinite(square) && along > Number.EPSILON * square;
}

/**
 * Where to go: `-H g`, H being what the last steps tell of the inverse of the second derivatives, the oldest first.
 *
 * Source: Nocedal and Wright, "Numerical optimization", 2nd edition (2006), algorithm 7.4, with formula 7.20 for the start.
 */
export function descentDirection(gradient: Float64Array, history: readonly Curvature[]): Float64Array {
  const direction = gradient.map((x) => -x);
  const add = (times: number, along: readonly number[]) => {
    for (let i = 0; i < direction.length; i++) (direction[i] as number) += times * (along[i] as number);
  };
  const shares = history.map(() => 0);
  for (let k = history.length - 1; k >= 0; k--) {
    const { step, change } = history[k] as Curvature;
    shares[k] = dot(step, direction) / dot(step, change);
    add(-(shares[k] as number), change);
  }
  const last = history.at(-1);
  if (last) {
    const scale = dot(last.step, last.change) / dot(last.change, last.change);
    for (let i = 0; i < direction.length; i++) (direction[i] as number) *= scale;
  }
  history.forEach(({ step, change }, k) => {
    add((shares[k] as number) - dot(change, direction) / dot(step, change), step);
  });
  return direction;
}
