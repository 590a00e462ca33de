import { expect, it } from "vitest";
import { pastedPoints, pointsOf, pointsText } from "./drawn-points";
import { drawnSet, isEnough } from "./drawn-set";

it("fit into an address and come back", () => {
  const points = [
    { x: -1, y: 1, group: 1 },
    { x: 0.25, y: -0.5, group: 0 },
  ] as const;
  // 0 and 1000 are 00 and rs in base 36, 625 and 250 are hd and 6y
  expect(pointsText(points)).toBe("00rsahd6yb");
  expect(pointsOf("00rsahd6yb")).toEqual(points);
});

it("are read from pasted lines; others are left out", () => {
  expect(pastedPoints("0.5, -0.5, 1\n-1;1;2\n0 0 3\n2 0 1\nx y 1\n")).toEqual([
    { x: 0.5, y: -0.5, group: 1 },
    { x: -1, y: 1, group: 0 },
  ]);
});

it("hold out every third of each group", () => {
  const points = [0, 0.1, 0.2, 0.3].flatMap((x) => [{ x, y: 0, group: 1 } as const, { x, y: 0.5, group: 0 } as const]);
  const { inputs, target, trainRows } = drawnSet(points);
  expect(trainRows).toBe(6);
  expect([...inputs[0].values]).toEqual([0, 0, 0.1, 0.1, 0.3, 0.3, 0.2, 0.2]);
  expect([...target.values]).toEqual([1, 0, 1, 0, 1, 0, 1, 0]);
  expect([isEnough(points), isEnough(points.slice(0, 5))]).toEqual([true, false]);
});
