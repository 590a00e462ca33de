import { expect, it } from "vitest";
import { standardOf } from "./standard";

it("takes mean and deviation from the rows that are learnt from", () => {
  const { mean, deviation, values } = standardOf(Float64Array.of(1, 3, 9), 2);
  expect([mean, deviation, ...values]).toEqual([2, 1, -1, 1, 7]);
});

it("leaves the unit of a column that is the same everywhere", () => {
  const { deviation, values } = standardOf(Float64Array.of(4, 4, 5), 2);
  expect([deviation, ...values]).toEqual([1, 0, 0, 1]);
});
