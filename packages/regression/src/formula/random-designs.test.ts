// Formulas made at random of words that belong into formulas: each is a design of finite numbers, or refused by name.
import { NeuriteError } from "@neurite/tensor";
import fc from "fast-check";
import { expect, it } from "vitest";
import { applyDesign, buildDesign } from "./build-design";

const table = {
  y: [1, 2, 3, 4, 5, 6],
  x: ["0.1", "2", "-3", "4e3", "5", "0"],
  z: Float64Array.of(1, 1, 2, 3, 5, 8),
  g: ["a", "b", "c", "a", "b", "c"],
  h: ["p", "p", "p", "q", "q", "q"],
};
const atoms = [
  "x",
  "z",
  "g",
  "h",
  "C(z)",
  "I(x^2 + z)",
  "poly(z, 2)",
  "log(z)",
  "log(x)",
  "offset(z)",
  ".",
  "1",
  "0",
  "w",
];
const { part } = fc.letrec<{ part: string }>((tie) => ({
  part: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    { arbitrary: fc.constantFrom(...atoms), weight: 3 },
    {
      arbitrary: fc
        .tuple(tie("part"), fc.constantFrom("+", "+", "-", "*", ":", "/", " %in% "), tie("part"))
        .map((words) => words.join("")),
      weight: 4,
    },
    tie("part").map((inner) => `(${inner})`),
    tie("part").map((inner) => `(${inner})^2`),
  ),
}));

it("a formula made at random gives finite columns, each once and the same again for the same rows, or is refused by name", () => {
  let designs = 0;
  fc.assert(
    fc.property(part, (right) => {
      try {
        const { recipe, target, ...design } = buildDesign(`y ~ ${right}`, table);
        const names = design.columns.map(({ name }) => name);
        expect(new Set(names).size).toBe(names.length);
        for (const { values } of design.columns) expect(values.high.every(Number.isFinite)).toBe(true);
        expect(applyDesign(JSON.parse(JSON.stringify(recipe)), table)).toEqual(design);
        designs++;
      } catch (error) {
        if (!(error instanceof NeuriteError) || error.code === "internal") throw error;
      }
    }),
    { numRuns: 1500, seed: 1 },
  );
  expect(designs).toBeGreaterThan(300);
});
