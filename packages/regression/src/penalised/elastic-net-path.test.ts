import { describe, expect, it } from "vitest";
import { columns, path, target } from "../../test-data/penalties.json" with { type: "json" };
import { elasticNetPath } from "./elastic-net-path";
import { elasticNetRegression } from "./elastic-net-regression";
import { ridgeRegression } from "./ridge-regression";

describe("a path of penalties", () => {
  it("is scikit-learn's on the diabetes table, penalties and coefficients", () => {
    const fits = elasticNetPath(columns, target, { l1Ratio: 1, count: 20 });
    expect(fits.length).toBe(20);
    for (const [i, { penalty, estimates }] of path.entries()) {
      const fit = fits[i];
      expect(Math.abs((fit?.penalty ?? 0) / penalty - 1)).toBeLessThan(1e-12);
      const size = Math.max(1, ...estimates.map(Math.abs));
      for (const [j, estimate] of estimates.entries()) {
        expect(Math.abs((fit?.coefficients[j]?.estimate ?? 0) - estimate)).toBeLessThan(1e-10 * size);
      }
    }
  });

  it("lets columns in in the order that Efron and others published for the lasso: bmi and s5, then bp, s3, sex", () => {
    const fits = elasticNetPath(columns, target, { l1Ratio: 1, count: 200 });
    const entered: string[] = [];
    for (const { zero } of fits) {
      for (const name of Object.keys(columns)) {
        if (!zero.includes(name) && !entered.includes(name)) entered.push(name);
      }
    }
    expect(entered.slice(0, 5)).toEqual(["bmi", "s5", "bp", "s3", "sex"]);
  });

  it("begins where the last coefficient vanishes", () => {
    for (const l1Ratio of [1, 0.5, 0.01]) {
      for (const standardize of [true, false]) {
        const [first] = elasticNetPath(columns, target, { l1Ratio, count: 1, standardize });
        expect(first?.zero.length).toBe(10);
        const penalty = (first?.penalty ?? 0) * (1 - 1e-9);
        expect(elasticNetRegression(columns, target, { l1Ratio, penalty, standardize }).zero.length).toBe(9);
      }
    }
  });

  it("ends at the same fits as single ones that begin at 0", () => {
    const penalties = [0.02, 1, 0.3];
    const fits = elasticNetPath(columns, target, { l1Ratio: 0.7, penalties });
    expect(fits.map(({ penalty }) => penalty)).toEqual([1, 0.3, 0.02]);
    for (const fit of fits) {
      const single = elasticNetRegression(columns, target, { l1Ratio: 0.7, penalty: fit.penalty });
      for (const [j, { estimate }] of fit.coefficients.entries()) {
        expect(Math.abs((single.coefficients[j]?.estimate ?? 9) - estimate)).toBeLessThanOrEqual(
          1e-12 * Math.abs(estimate),
        );
      }
    }
  });

  it("has the fits of ridgeRegression for ridge, collinear columns or not", () => {
    const tables = [
      columns,
      { ...columns, twice: columns.bmi, sum: columns.bmi.map((x, i) => x + (columns.bp[i] as number)) },
    ];
    for (const table of tables) {
      for (const fit of elasticNetPath(table, target, { l1Ratio: 0, penalties: [100, 1, 0.001, 1e-6] })) {
        const exact = ridgeRegression(table, target, { penalty: fit.penalty });
        const size = Math.max(...exact.coefficients.map(({ estimate }) => Math.abs(estimate)));
        for (const [j, { estimate }] of exact.coefficients.entries()) {
          expect(Math.abs((fit.coefficients[j]?.estimate ?? 0) - estimate)).toBeLessThan(1e-10 * size);
        }
      }
    }
  });

  it("exists for ridge and for a target that does not vary", () => {
    const fits = elasticNetPath(columns, target, { l1Ratio: 0, count: 5 });
    const sizes = fits.map(({ coefficients }) => Math.abs(coefficients[2]?.estimate ?? 0));
    expect(sizes).toEqual([...sizes].sort((a, b) => a - b));
    expect(fits[4]?.zero).toEqual([]);
    const flat = elasticNetPath({ x: [1, 2, 3] }, [5, 5, 5], { l1Ratio: 1, count: 3 });
    expect(flat.map(({ intercept, zero }) => [intercept, zero])).toEqual([
      [5, ["x"]],
      [5, ["x"]],
      [5, ["x"]],
    ]);
  });
});
