import { interpreter, seedKey, uniformAt } from "@neurite/tensor";
import { describe, expect, it } from "vitest";
import fits from "../../test-data/exact-fits.json" with { type: "json" };
import { readColumn } from "../columns/columns";
import { correctDigits } from "./correct-digits";
import { decomposeByProducts } from "./decompose";
import { linearFit } from "./fit-linear";
import { fitStatistics } from "./fit-statistics";
import { powerColumns } from "./power-columns";
import { solveByProducts } from "./solve-by-products";
import { type LeastSquaresOptions, type SolvedLinear, solveLinear } from "./solve-linear";

/** A solved problem solved again from products of its columns, however few its rows are; undefined where they tell too little. */
function againByProducts(solved: SolvedLinear): SolvedLinear | undefined {
  const { problem, counting } = solved;
  const { columns, target, weights, intercept } = problem;
  const offsets = columns.map(() => 0);
  const taken = decomposeByProducts([...columns, target], weights, offsets, interpreter);
  if (taken?.factor === undefined) return undefined;
  const solution = solveByProducts(problem, taken.found.triangle, taken.factor, 2 ** -49);
  if (solution === undefined) return undefined;
  return { ...solved, solution, statistics: fitStatistics(solution, target, counting, columns.length, intercept) };
}

const cells = (text: string) => text.split(" ");

describe("solveByProducts against the exact solution", () => {
  const solved: string[] = [];

  it.each(fits)("has 15 digits of everything for $title, or gives nothing", (problem) => {
    const { title, intercept, degree, columns, weights, y, expected } = problem;
    const table = powerColumns(Object.values(columns).map(cells), degree);
    const options = weights === null ? { intercept } : { intercept, weights: cells(weights) };
    const again = againByProducts(solveLinear(table, readColumn(cells(y), "the target"), options, "test"));
    if (again === undefined) return;
    solved.push(title);
    const fit = linearFit(again, "test");
    const found = [fit.intercept, ...fit.coefficients.map(({ estimate }) => estimate)];
    const errors = [fit.interceptStandardError, ...fit.coefficients.map(({ standardError }) => standardError)];
    const [estimates, deviations] = intercept ? [found, errors] : [found.slice(1), errors.slice(1)];
    for (const [j, text] of expected.estimates.entries()) {
      expect(correctDigits(estimates[j], Number(text)), `estimate ${j}`).toBeGreaterThan(15);
    }
    for (const [j, text] of expected.standardErrors.entries()) {
      expect(correctDigits(deviations[j], Number(text)), `standard error ${j}`).toBeGreaterThan(15);
    }
    for (const name of [
      "residualStandardDeviation",
      "rSquared",
      "fStatistic",
      "logLikelihood",
      "aic",
      "bic",
    ] as const) {
      expect(correctDigits(fit[name], Number(expected[name])), name).toBeGreaterThan(15);
    }
  });

  it("gave something where columns are well told apart and residuals are of the target's size", () => {
    expect(solved).toEqual([
      "a column that moves in its tenth digit",
      "ordinary columns with weights",
      "columns that tell next to nothing",
    ]);
  });
});

describe("solveByProducts on columns that grow alike", () => {
  const rows = 700;
  const random = (seed: number) => {
    const key = seedKey(seed);
    return Float64Array.from({ length: rows }, (_, row) => uniformAt(key, row) * 2 - 1);
  };
  const parts = Array.from({ length: 7 }, (_, j) => random(j));
  const noise = random(20);
  const powers = [-1, -0.5, 0, 0.5, 1, 2, 3, 4, 5, 6, 9, 12];
  const weights = random(21).map((x, row) => (row % 9 === 0 ? 0 : Math.abs(x)));

  /** Columns that have all but a part of one tenth to the power in common. */
  function alike(power: number, options: LeastSquaresOptions) {
    const [common = noise, ...others] = parts;
    const columns = [common, ...others.map((part) => part.map((x, row) => (common[row] as number) + x / 10 ** power))];
    const target = noise.map((x, row) => 3 + x + columns.reduce((sum, c, j) => sum + (c[row] as number) / (j + 1), 0));
    const table = { rows, names: columns.map((_, j) => `x${j}`), columns: columns.map((high) => ({ high })) };
    return solveLinear(table, { high: target }, options, "test");
  }

  it.each([
    { title: "with an intercept", options: {} },
    { title: "without one", options: { intercept: false } },
    { title: "with weights", options: { weights } },
  ])("has the digits of double-double or gives nothing, $title", ({ options }) => {
    const solvedAt = powers.filter((power) => {
      // so little a table is solved in double-double where its condition number is above 8
      const precise = alike(power, options);
      const again = againByProducts(precise);
      if (again === undefined) return false;
      const [own, exact] = [linearFit(again, "test"), linearFit(precise, "test")];
      for (const [j, { estimate, standardError }] of exact.coefficients.entries()) {
        expect(correctDigits(own.coefficients[j]?.estimate, estimate), `estimate ${j} at ${power}`).toBeGreaterThan(15);
        expect(
          correctDigits(own.coefficients[j]?.standardError, standardError ?? 0),
          `standard error ${j} at ${power}`,
        ).toBeGreaterThan(14.5);
      }
      expect(correctDigits(own.residualStandardDeviation, exact.residualStandardDeviation ?? 0)).toBeGreaterThan(15);
      return true;
    });
    expect(solvedAt).toEqual([-1, -0.5, 0, 0.5]);
  });
});
