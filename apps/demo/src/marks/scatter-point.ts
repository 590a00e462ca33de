// Walking through the marks of a scatter plot without a pointer.

export interface ScatterPoint {
  readonly x: number;
  readonly y: number;
  /** Told apart by shape: 0 ●, 1 △, 2 ■, 3 ◇. */
  readonly group?: number;
  /** Gets a ring. */
  readonly heldOut?: boolean;
  /** Stands out: where some do, the others are fainter. */
  readonly strong?: boolean;
}

/** The point that lies nearest, if it is within reach. */
export function nearestPoint(
  points: readonly ScatterPoint[],
  distance: (point: ScatterPoint) => number,
  reach: number,
): number | undefined {
  let nearest: number | undefined;
  let least = reach;
  for (const [index, point] of points.entries()) {
    const far = distance(point);
    if (far <= least) [nearest, least] = [index, far];
  }
  return nearest;
}

/** Where a key leads: left and right in the order of x, up and down to the nearest of another group, Home and End to the edges. */
export function nextPoint(points: readonly ScatterPoint[], current: number, key: string): number | undefined {
  const here = points[current];
  if (!here) return undefined;
  const order = points.map((_, index) => index).sort((a, b) => (points[a]?.x ?? 0) - (points[b]?.x ?? 0) || a - b);
  const place = order.indexOf(current);
  switch (key) {
    case "ArrowRight":
      return order[Math.min(order.length - 1, place + 1)];
    case "ArrowLeft":
      return order[Math.max(0, place - 1)];
    case "PageDown":
      return order[Math.min(order.length - 1, place + 10)];
    case "PageUp":
      return order[Math.max(0, place - 10)];
    case "Home":
      return order[0];
    case "End":
      return order.at(-1);
    case "ArrowUp":
    case "ArrowDown": {
      const group = otherGroup(points, here.group ?? 0, key === "ArrowDown" ? 1 : -1);
      const away = (point: ScatterPoint) =>
        (point.group ?? 0) === group ? Math.abs(point.x - here.x) : Number.POSITIVE_INFINITY;
      return group === (here.group ?? 0) ? current : nearestPoint(points, away, Number.MAX_VALUE);
    }
    default:
      return undefined;
  }
}

function otherGroup(points: readonly ScatterPoint[], group: number, step: 1 | -1): number {
  const groups = [...new Set(points.map((point) => point.group ?? 0))].sort((a, b) => a - b);
  return groups[(groups.indexOf(group) + step + groups.length) % groups.length] ?? group;
}
