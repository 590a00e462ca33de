// Any table of numbers: a result without Infinity and NaN that goes through JSON unchanged, or a named error.
import { NeuriteError } from "@neurite/tensor";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { influence } from "./influence";
import { predictRegression } from "./predict-regression";
import { regress } from "./regress";

/** Every number in plain data. */
function numbersIn(data: unknown): number[] {
  if (typeof data === "number") return [data];
  return typeof data === "object" && data !== null ? Object.values(data).flatMap(numbersIn) : [];
}

const cell = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: -3, max: 3 }) },
  { weight: 1, arbitrary: fc.double({ noNaN: true, noDefaultInfinity: true }) },
);
const options = fc.constantFrom(
  {},
  { robust: "HC0" } as const,
  { robust: "HC1", distribution: "t" } as const,
  { robust: "HC3" } as const,
  { clusters: "c" },
  { clusters: "c", distribution: "t" } as const,
);
const formula = fc.constantFrom("y ~ x + z", "y ~ x * z - 1", "y ~ C(c) + x", "y ~ poly(z, 2) + offset(x)", "y ~ 1");

describe("regress, influence and predictRegression of any numbers", () => {
  it("give finite numbers, null or a named error", () => {
    let fits = 0;
    const tables = fc.integer({ min: 1, max: 9 }).chain((rows) => {
      const column = fc.array(cell, { minLength: rows, maxLength: rows });
      const c = fc.array(fc.constantFrom(0, 1, 2), { minLength: rows, maxLength: rows });
      return fc.record({ y: column, x: column, z: column, c, w: c });
    });
    fc.assert(
      fc.property(tables, formula, options, fc.boolean(), (table, text, chosen, weighted) => {
        const weights = weighted ? { weights: "w" } : {};
        try {
          const fit = regress(text, table, { ...chosen, ...weights });
          const results = [fit, influence(fit, table, weights), predictRegression(fit, table)];
          fits++;
          expect(numbersIn(results).filter((number) => !Number.isFinite(number))).toEqual([]);
          for (const { pValue } of fit.coefficients) expect(pValue ?? 0).toBeLessThanOrEqual(1);
        } catch (error) {
          if (!(error instanceof NeuriteError) || error.message.startsWith("internal")) throw error;
          expect(["bad-data", "bad-cell", "not-finite", "bad-argument"]).toContain(error.code);
        }
      }),
      { seed: 1, numRuns: 600 },
    );
    expect(fits).toBeGreaterThan(200);
  });
});
