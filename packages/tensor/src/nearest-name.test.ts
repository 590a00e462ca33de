import { expect, it } from "vitest";
import { editDistance, nearestName } from "./nearest-name";

it("counts the edits between two texts", () => {
  // kitten → sitten → sittin → sitting
  expect(editDistance("kitten", "sitting")).toBe(3);
  expect(editDistance("", "abc")).toBe(3);
  expect(editDistance("same", "same")).toBe(0);
  expect(editDistance("tahn", "tanh")).toBe(1); // neighbours swapped
  expect(editDistance("ca", "abc")).toBe(3); // no letter is edited twice: ca → a → ab → abc
});

it("finds the name that a slip meant, whatever its case", () => {
  expect(nearestName("Balanse", ["age", "balance", "retired"])).toBe("balance");
  expect(nearestName("AGE", ["page", "age"])).toBe("age");
  expect(nearestName("aeg", ["age", "balance"])).toBe("age");
});

it("finds none where all are far", () => {
  expect(nearestName("price", ["age", "balance", "retired", "transactions"])).toBeUndefined();
  expect(nearestName("x", [])).toBeUndefined();
});
