import { fitTableBaseline } from "neurite";
import { expect, it } from "vitest";
import { makeUp } from "./make-up";

const rows = Array.from({ length: 200 }, (_, i) => {
  const [a, b, c] = [(i * 7) % 20, (i * 13) % 31, (i * 29) % 17];
  return { a, b, c, d: (i * 3) % 11, y: 2 * a + 3 * b + 1, z: a * b };
});

it("names the few columns that a target is made of", () => {
  const warning = makeUp(fitTableBaseline(rows, { target: "y", ignore: ["z"] }));
  expect(warning?.remedy?.values.slice().sort()).toEqual(["a", "b"]);
  expect(warning?.message).toContain('A straight line through "b", "a" alone is "y" up to R² 1.00000');
});

it("says nothing of a target that no line hits", () => {
  expect(makeUp(fitTableBaseline(rows, { target: "z", ignore: ["y"] }))).toBeUndefined();
});
