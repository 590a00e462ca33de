// The line in the plane on which a neuron's sum is 0: where it turns from no to yes. It can be read off the weights, and the weights off it.
import type { Point } from "./corners";
import type { Neuron } from "./neuron-model";

export interface Boundary {
  /** Degrees, counter-clockwise from the right: the way to where the neuron says +1. */
  readonly angle: number;
  /** How far the line is from the middle, along that way. */
  readonly offset: number;
}

/** The plane reaches a little beyond the corners at ±1. */
export const edge = 1.35;
/** Weights and biases are within ± this. */
export const largest = 3;

const degrees = 180 / Math.PI;

/** The line; undefined where both weights are 0 and the neuron says the same everywhere. */
export function boundaryOf({ weights: [x, y], bias }: Neuron): Boundary | undefined {
  const size = Math.hypot(x, y);
  return size === 0 ? undefined : { angle: Math.atan2(y, x) * degrees, offset: 0 - bias / size };
}

/** The neuron with this line and as steep as before, flatter only where a weight or the bias would be too large. */
export function withBoundary({ weights }: Neuron, { angle, offset }: Boundary): Neuron {
  const [x, y] = [Math.cos(angle / degrees), Math.sin(angle / degrees)];
  const steepest = largest / Math.max(Math.abs(x), Math.abs(y), Math.abs(offset));
  const size = Math.min(Math.hypot(...weights), steepest);
  // four digits: enough for a line that is turned by a degree, few enough to be read
  const round = (value: number) => Math.round(value * 1e4) / 1e4 + 0;
  return { weights: [round(size * x), round(size * y)], bias: round(-size * offset) };
}

/** The part of the line within the plane, from right to left as seen along its way; undefined where it runs outside. */
export function segmentOf({ angle, offset }: Boundary): readonly [Point, Point] | undefined {
  const [x, y] = [Math.cos(angle / degrees), Math.sin(angle / degrees)];
  let [from, to] = [-Infinity, Infinity];
  // points of the line are offset · (x, y) + along · (-y, x); each must stay within ± edge
  for (const [start, slope] of [
    [offset * x, -y],
    [offset * y, x],
  ] as const) {
    if (Math.abs(slope) < 1e-12) {
      if (Math.abs(start) > edge) return undefined;
      continue;
    }
    const ends = [(-edge - start) / slope, (edge - start) / slope];
    from = Math.max(from, Math.min(...ends));
    to = Math.min(to, Math.max(...ends));
  }
  if (from >= to) return undefined;
  const point = (along: number): Point => [offset * x - along * y, offset * y + along * x];
  return [point(from), point(to)];
}

/** The angle of the line that passes through a point while its distance from the middle stays; the point is on its left half. */
export function angleThrough([x, y]: Point, offset: number): number {
  const distance = Math.hypot(x, y);
  const beside = Math.acos(Math.min(1, Math.max(-1, distance === 0 ? 0 : offset / distance)));
  const angle = (Math.atan2(y, x) - beside) * degrees;
  return angle <= -180 ? angle + 360 : angle > 180 ? angle - 360 : angle;
}

/** How far a point is from the middle along the way of the line. */
export function offsetThrough([x, y]: Point, angle: number): number {
  return x * Math.cos(angle / degrees) + y * Math.sin(angle / degrees);
}
