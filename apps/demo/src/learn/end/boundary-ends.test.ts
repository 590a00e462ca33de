import { expect, it } from "vitest";
import { boundaryEnds } from "./boundary-ends";

it("finds where a line crosses the square", () => {
  expect(boundaryEnds(1, 0, -0.5)).toEqual([
    [0.5, -1.4],
    [0.5, 1.4],
  ]);
  // y = x + 1 leaves at the top and at the left: (0.4, 1.4) and (−1.4, −0.4)
  const [first, last] = boundaryEnds(1, -1, 1) ?? [];
  expect(first?.map((n) => n.toFixed(1))).toEqual(["-1.4", "-0.4"]);
  expect(last?.map((n) => n.toFixed(1))).toEqual(["0.4", "1.4"]);
});

it("knows lines that miss it, and neurons without a line", () => {
  expect(boundaryEnds(1, 1, 10)).toBeUndefined();
  expect(boundaryEnds(0, 0, 1)).toBeUndefined();
});
