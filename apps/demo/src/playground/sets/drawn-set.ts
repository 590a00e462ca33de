import type { DrawnPoint } from "./drawn-points";
import type { PlaneSet } from "./plane-set";

/** Points drawn by hand: every third one of each group is held out, in the order in which they were drawn. */
export function drawnSet(points: readonly DrawnPoint[]): PlaneSet {
  const seen = { 0: 0, 1: 0 };
  const learnt: DrawnPoint[] = [];
  const heldOut: DrawnPoint[] = [];
  for (const point of points) {
    const place = seen[point.group]++;
    (place % 3 === 2 ? heldOut : learnt).push(point);
  }
  const rows = [...learnt, ...heldOut];
  return {
    task: "classes",
    inputs: [
      { name: "x₁", values: Float64Array.from(rows, ({ x }) => x) },
      { name: "x₂", values: Float64Array.from(rows, ({ y }) => y) },
    ],
    target: { name: "group", values: Float64Array.from(rows, ({ group }) => group) },
    trainRows: learnt.length,
    ceiling: undefined,
    reach: 1,
  };
}

/** Whether there is something to learn: three of each group, so that one of each is held out. */
export function isEnough(points: readonly DrawnPoint[]): boolean {
  const ones = points.filter(({ group }) => group === 1).length;
  return ones >= 3 && points.length - ones >= 3;
}
