import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { leastSquares } from "../least-squares/least-squares";
import { buildDesign } from "./build-design";

// every combination of the factors, four times with different numbers
const rows = Array.from({ length: 96 }, (_, i) => i);
const table = {
  y: rows.map((i) => (i * 37) % 101),
  x: rows.map((i) => ((i * i * 13) % 89) / 7),
  z: rows.map((i) => ((i * 29 + 5) % 97) / 3),
  a: rows.map((i) => "pqr"[i % 3] as string),
  b: rows.map((i) => "uv"[Math.floor(i / 3) % 2] as string),
  c: rows.map((i) => "klmn"[Math.floor(i / 6) % 4] as string),
};

const rankOf = (columns: readonly (readonly [string, Float64Array])[], intercept: boolean) =>
  leastSquares(columns, table.y, { intercept }).rank;

describe("the coding of factors", () => {
  it("makes no column that the others tell, and leaves out none that they do not, whatever the terms", () => {
    const variable = fc.constantFrom("a", "b", "c", "x", "z");
    const term = fc.uniqueArray(variable, { minLength: 1, maxLength: 3 });
    const terms = fc.uniqueArray(term, { minLength: 1, maxLength: 5, selector: (names) => [...names].sort().join() });
    let factors = 0;
    fc.assert(
      fc.property(terms, fc.boolean(), (terms, intercept) => {
        const formula = `y ~ ${intercept ? 1 : 0} + ${terms.map((names) => names.join(":")).join(" + ")}`;
        const { columns } = buildDesign(formula, table);
        const coded = columns.map(({ name, values }) => [name, values.high] as const);
        expect(rankOf(coded, intercept), formula).toBe(columns.length + (intercept ? 1 : 0));
        // what the terms span with a column for each combination of levels, each term built on its own
        const full = terms.flatMap((names, i) =>
          buildDesign(`y ~ 0 + ${names.join(":")}`, table).columns.map(
            ({ name, values }) => [`${i} ${name}`, values.high] as const,
          ),
        );
        expect(rankOf([...coded, ...full], intercept), formula).toBe(columns.length + (intercept ? 1 : 0));
        factors += columns.filter(({ name }) => name.includes("[")).length;
      }),
      { numRuns: 60, seed: 1 },
    );
    expect(factors).toBeGreaterThan(500);
  });
});
