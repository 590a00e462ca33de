import { expect, it } from "vitest";
import type { Axis } from "./axis";
import { cellOn, contourShapes, placeOn } from "./contour-shapes";

const axis = (name: string, values: readonly string[] = [], least = 0, most = 10): Axis => ({
  name,
  kind: "number",
  least,
  most,
  values,
  whole: true,
  typical: "0",
});

it("cuts a column of two values into two bands, and numbers where a line crosses", () => {
  // rises from 0 to 4 in the lower band, falls in the upper one
  const surface = {
    x: axis("x"),
    y: axis("y", ["0", "1"]),
    width: 5,
    height: 2,
    network: new Float64Array(),
    line: new Float64Array(),
  };
  const { shapes, numbers } = contourShapes(surface, Float64Array.of(0, 1, 2, 3, 4, 4, 3, 2, 1, 0), [0, 2]);
  expect(shapes[0]).toEqual({ value: 1, path: "M0,0L1,0L1,0.5L0,0.5Z" });
  expect(shapes.map(({ value }) => value)).toEqual([1, 3, 1, 3]);
  expect(numbers.filter(({ value }) => value === 2).map(({ x, y }) => [x, y])).toEqual([
    [0.5, 0],
    [0.5, 0.5],
  ]);
});

it("goes from values to places and back", () => {
  const [few, many] = [axis("y", ["0", "1"]), axis("x", [], 0, 23)];
  expect([placeOn(few, 1), cellOn(few, 0.8), cellOn(few, 0.1)]).toEqual([0.75, 1, 0]);
  expect([placeOn(many, 23), cellOn(many, 0.5), cellOn(many, 2)]).toEqual([1, 12, 23]);
});
