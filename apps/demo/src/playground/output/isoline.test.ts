import { expect, it } from "vitest";
import { isoline } from "./isoline";

it("finds the line between high and low", () => {
  // 0 1 over 0 1: halfway across, from top to bottom
  expect(isoline([0, 1, 0, 1], 2, 0.5)).toEqual([[0.5, 0, 0.5, 1]]);
});

it("finds nothing where all are on one side, or no number", () => {
  expect(isoline([1, 2, 3, 4], 2, 0)).toEqual([]);
  expect(isoline([Number.NaN, Number.NaN, Number.NaN, Number.NaN], 2, 0)).toEqual([]);
});
