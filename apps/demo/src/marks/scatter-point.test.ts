import { describe, expect, it } from "vitest";
import { nearestPoint, nextPoint, type ScatterPoint } from "./scatter-point";

const points: readonly ScatterPoint[] = [
  { x: 5, y: 0, group: 0 },
  { x: 1, y: 0, group: 1 },
  { x: 3, y: 0, group: 0 },
  { x: 10, y: 0, group: 1 },
];

describe("the keys in a scatter plot", () => {
  it.each([
    [0, "ArrowRight", 3],
    [0, "ArrowLeft", 2],
    [3, "ArrowRight", 3],
    [1, "ArrowLeft", 1],
    [0, "Home", 1],
    [0, "End", 3],
    [1, "PageDown", 3],
    [0, "ArrowDown", 1],
    [2, "ArrowUp", 1],
    [3, "ArrowDown", 0],
    [0, "a", undefined],
  ])("lead from point %d by %s to %s", (from, key, to) => {
    expect(nextPoint(points, from, key)).toBe(to);
  });

  it("stay where there is no other group", () => {
    const alone = [
      { x: 1, y: 1 },
      { x: 2, y: 1 },
    ];
    expect([nextPoint(alone, 0, "ArrowDown"), nextPoint([], 0, "ArrowRight")]).toEqual([0, undefined]);
  });
});

it("finds the nearest point within reach", () => {
  const from = (x: number, reach: number) => nearestPoint(points, (point) => Math.abs(point.x - x), reach);
  expect([from(4.4, 2), from(7, 1), from(9.5, 0.5)]).toEqual([0, undefined, 3]);
});
