import { expect, it } from "vitest";
import { fieldOf, numbersIn } from "./kept-state";

it("takes whole lists of finite numbers only", () => {
  expect(numbersIn([1, -2.5], 2)).toEqual([1, -2.5]);
  for (const kept of [[1], [1, null], [1, "2"], "12", { length: 2 }, null]) expect(numbersIn(kept, 2)).toBeUndefined();
});

it("reads a field as data: no prototype answers for it", () => {
  expect(fieldOf({ rate: 0.1 }, "rate")).toBe(0.1);
  for (const field of ["toString", "__proto__", "constructor"]) expect(fieldOf({}, field)).toBeUndefined();
  expect(fieldOf(null, "rate")).toBeUndefined();
});
