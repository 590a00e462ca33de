import { expect, it } from "vitest";
import { chosenRows, errorsOf } from "./chosen-rows";

const numbers = {
  rows: Int32Array.of(0, 1, 2, 3, 4),
  lines: Int32Array.of(2, 3, 4, 5, 6),
  actual: Float64Array.of(1, 2, 3, 4, 5),
  predicted: Float64Array.of(1, 4, 3.5, 2, 5.5),
  sure: new Float64Array(0),
};

it("puts the largest errors first, of equals the one that stands first", () => {
  const errors = errorsOf(numbers);
  expect([...errors]).toEqual([0, 2, 0.5, 2, 0.5]);
  expect(chosenRows(numbers, errors, undefined, 3)).toEqual({ count: 5, worst: [1, 3, 2] });
});

it("counts what stands within the rectangle, its edges too", () => {
  expect(chosenRows(numbers, errorsOf(numbers), { x: [1, 3], y: [1, 3.5] }, 8)).toEqual({ count: 2, worst: [2, 0] });
});

it("takes classes that were given little probability for the largest errors", () => {
  const classes = { ...numbers, sure: Float64Array.of(0.75, 0.25, 0.5, 1, 0) };
  expect(chosenRows(classes, errorsOf(classes), undefined, 2)).toEqual({ count: 5, worst: [4, 1] });
});
