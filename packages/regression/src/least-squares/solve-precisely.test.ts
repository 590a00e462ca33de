import { describe, expect, it } from "vitest";
import { add } from "../linear-algebra/double-double";
import { entryOf, setEntry } from "../linear-algebra/double-rows";
import { correctDigits } from "./correct-digits";
import { fitLinear } from "./fit-linear";
import { powerColumns } from "./power-columns";

describe("solvePrecisely", () => {
  it("goes through thousands of rows, block by block, with and without weights", () => {
    // y = 1 + x + … + x⁵ for x = 0 … 2999, where x⁵ is beyond the whole numbers of float64.
    const rows = 3000;
    const table = powerColumns([Float64Array.from({ length: rows }, (_, i) => i)], 5);
    const y = { high: new Float64Array(rows).fill(1), low: new Float64Array(rows) };
    for (const { high, low = new Float64Array(rows) } of table.columns) {
      for (let row = 0; row < rows; row++) setEntry(y, row, add(entryOf(y, row), entryOf({ high, low }, row)));
    }
    const weights = Float64Array.from({ length: rows }, (_, i) => (i % 7) / 7);
    for (const options of [{}, { weights }]) {
      const fit = fitLinear(table, y, options, "test");
      // The intercept is 1e-17 of the target's size: 31 digits less 17, less a few for moving so far from the centre.
      expect(correctDigits(fit.intercept, 1)).toBeGreaterThan(11);
      expect(fit.coefficients).toHaveLength(5);
      for (const { estimate } of fit.coefficients) expect(correctDigits(estimate, 1)).toBeGreaterThan(15);
      expect(fit).toMatchObject({ perfectFit: true, rSquared: 1, fStatistic: null });
    }
  });

  it("counts a row of weight 2 as two rows", () => {
    const x = [1, 2, 3, 4, 5, 6, 7];
    const y = Float64Array.of(1, 3, 2, 5, 4, 8, 1);
    const weights = [1, 2, 1, 2, 1, 1, 2];
    const twice = x.flatMap((_, i) => (weights[i] === 2 ? [i, i] : [i]));
    const fit = fitLinear(powerColumns([x], 4), { high: y }, { weights }, "test");
    const repeated = fitLinear(
      powerColumns([twice.map((i) => x[i] as number)], 4),
      { high: Float64Array.from(twice, (i) => y[i] as number) },
      {},
      "test",
    );
    expect(fit.conditionNumber).toBeGreaterThan(100);
    expect(fit.coefficients.map(({ estimate }) => estimate)).toEqual(
      repeated.coefficients.map(({ estimate }) => estimate),
    );
    expect(correctDigits(fit.rSquared, repeated.rSquared ?? 0)).toBeGreaterThan(15);
  });
});
