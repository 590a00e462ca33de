// The conditions of a minimum (Karush, Kuhn and Tucker), written out from the documented objective in the caller's own units, on
// random tables: they are necessary and sufficient, so nothing else has to be compared.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { elasticNetRegression } from "./elastic-net-regression";

interface Case {
  readonly columns: readonly (readonly number[])[];
  readonly target: readonly number[];
  readonly weights: readonly number[];
  readonly penalty: number;
  readonly l1Ratio: number;
  readonly standardize: boolean;
  readonly intercept: boolean;
}

const cases: fc.Arbitrary<Case> = fc
  .record({ rows: fc.integer({ min: 2, max: 12 }), wide: fc.integer({ min: 1, max: 8 }) })
  .chain(({ rows, wide }) => {
    const cell = fc.oneof(
      fc.integer({ min: -3, max: 3 }),
      fc.integer({ min: -10_000, max: 10_000 }).map((x) => x / 1000),
    );
    const size = { minLength: rows, maxLength: rows };
    return fc.record({
      columns: fc.array(fc.array(cell, size), { minLength: wide, maxLength: wide }),
      target: fc.array(cell, size),
      weights: fc.array(fc.constantFrom(1, 0.5, 2), size),
      penalty: fc.constantFrom(1e-4, 0.01, 0.3, 2),
      l1Ratio: fc.constantFrom(0, 0.001, 0.2, 0.5, 0.999, 1),
      standardize: fc.boolean(),
      intercept: fc.boolean(),
    });
  });

/** By how much the conditions are broken at worst, as a part of the largest product there is. */
function brokenBy({ columns, target, weights, penalty, l1Ratio, standardize, intercept }: Case): number {
  const named = columns.map((column, j) => [`x${j}`, column] as const);
  const fit = elasticNetRegression(named, target, { weights, penalty, l1Ratio, standardize, intercept });
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const mean = (numbers: readonly number[]) =>
    numbers.reduce((sum, x, i) => sum + (weights[i] as number) * x, 0) / total;
  const residuals = target.map((y, i) =>
    fit.coefficients.reduce(
      (rest, { estimate }, j) => rest - estimate * (columns[j]?.[i] as number),
      y - (fit.intercept ?? 0),
    ),
  );
  const size = Math.sqrt(mean(target.map((y) => y * y))) + 1e-9;
  let worst = intercept ? Math.abs(mean(residuals)) / size : 0;
  for (const [j, column] of columns.entries()) {
    const center = intercept ? mean(column) : 0;
    const deviation = Math.sqrt(mean(column.map((x) => (x - center) ** 2)));
    if (fit.constant.includes(`x${j}`)) {
      expect(deviation).toBeLessThan(1e-11);
      continue;
    }
    const unit = standardize ? deviation : 1;
    const estimate = fit.coefficients[j]?.estimate as number;
    const pull =
      mean(column.map((x, i) => (x - center) * (residuals[i] as number))) -
      penalty * (1 - l1Ratio) * unit * unit * estimate;
    const most = penalty * l1Ratio * unit;
    const off = estimate === 0 ? Math.abs(pull) - most : Math.abs(pull - Math.sign(estimate) * most);
    worst = Math.max(worst, off / (size * (deviation + Math.abs(center))));
  }
  return worst;
}

describe("the elastic net's conditions of a minimum", () => {
  it("hold to 13 digits on random tables, collinear and wide ones among them", () => {
    fc.assert(
      fc.property(cases, (given) => {
        expect(brokenBy(given)).toBeLessThan(1e-13);
      }),
      { seed: 6, numRuns: 3000 },
    );
  });

  it("hold where a column stands twice, is the sum of others, and there are more columns than rows", () => {
    const a = [1, 2, 4, 3, 5];
    const b = [2, 1, 0, 1, 3];
    const sum = a.map((x, i) => x + (b[i] as number));
    const columns = [a, a, b, sum, b, [1, 1, 1, 1, 1], [0, 1, 0, 0, 1], [3, 1, 4, 1, 5]];
    for (const l1Ratio of [0, 0.5, 1]) {
      for (const penalty of [1, 0.1, 1e-3, 1e-6]) {
        const given = {
          columns,
          target: [3, 1, 7, 2, 9],
          weights: [1, 1, 1, 1, 1],
          standardize: true,
          intercept: true,
        };
        expect(brokenBy({ ...given, penalty, l1Ratio })).toBeLessThan(1e-13);
      }
    }
  });

  it("hold for columns that nearly say the same", () => {
    const a = Array.from({ length: 50 }, (_, i) => Math.sqrt(i + 1));
    const columns = [a, a.map((x, i) => x + 1e-7 * (i % 3)), a.map((x, i) => x + 1e-4 * (i % 7))];
    const target = a.map((x, i) => x + (i % 5));
    const given = { columns, target, weights: a.map(() => 1), standardize: true, intercept: true };
    for (const l1Ratio of [0, 0.5, 1]) {
      for (const penalty of [0.1, 1e-4, 1e-9]) expect(brokenBy({ ...given, penalty, l1Ratio })).toBeLessThan(1e-13);
    }
  });
});
