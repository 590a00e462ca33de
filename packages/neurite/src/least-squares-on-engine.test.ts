// Least squares of @neurite/regression on the engine of @neurite/wasm, which only this package sees together.
import { type LinearFit, leastSquares, regress } from "@neurite/regression";
import { seedKey, uniformAt } from "@neurite/tensor";
import { engine } from "@neurite/wasm";
import { describe, expect, it } from "vitest";

/** Enough that a backend is asked: 40,000 · 22² > 2²⁴. */
const rows = 40_000;
const random = (seed: number) => {
  const key = seedKey(seed);
  return Float64Array.from({ length: rows }, (_, row) => uniformAt(key, row) * 2 - 1);
};
const parts = Array.from({ length: 20 }, (_, j) => random(j));
const noise = random(30);
const weights = random(31).map((x, row) => (row % 9 === 0 ? 0 : Math.abs(x)));
const targetOf = (columns: readonly Float64Array[]) =>
  noise.map((x, row) => 3 + x + columns.reduce((sum, column, j) => sum + (column[row] as number) / (j + 1), 0));
const named = (columns: readonly Float64Array[]) => columns.map((column, j) => [`x${j}`, column] as const);

const backend = engine({ threads: 1 });

/** The largest difference of two fits' numbers, as a part of the number. */
function difference(one: LinearFit, other: LinearFit): number {
  const { coefficients, dropped, kind, perfectFit, ...numbers } = one;
  const { coefficients: others, dropped: alsoDropped, ...otherNumbers } = other;
  expect({ dropped, perfectFit, kind }).toEqual({
    dropped: alsoDropped,
    perfectFit: other.perfectFit,
    kind: other.kind,
  });
  const pairs = [
    ...Object.entries(numbers).map(([name, value]) => [value, otherNumbers[name as keyof typeof numbers]] as const),
    ...coefficients.flatMap(({ estimate, standardError }, j) => [
      [estimate, others[j]?.estimate] as const,
      [standardError, others[j]?.standardError] as const,
    ]),
  ];
  return Math.max(...pairs.map(([a, b]) => (a === b ? 0 : Math.abs((a ?? Number.NaN) / (b ?? Number.NaN) - 1))));
}

describe("leastSquares with the engine as its backend", () => {
  const [first = noise, ...others] = parts;
  const alike = (part: number) => [first, ...others.map((c) => c.map((x, row) => (first[row] as number) + part * x))];
  const cases = [
    { title: "columns like any", columns: parts },
    { title: "without an intercept", columns: parts, options: { intercept: false } },
    { title: "with weights, of which some are 0", columns: parts, options: { weights } },
    { title: "huge and tiny units", columns: parts.map((c, j) => c.map((x) => x * 10 ** (25 * j - 240))) },
    { title: "columns far from 0", columns: parts.map((c) => c.map((x) => 1e6 + x)) },
    { title: "dummies", columns: parts.map((c, j) => c.map((x) => (x > j / 21 ? 1 : 0))) },
    { title: "constant columns", columns: parts.map((c, j) => (j % 4 === 1 ? c.map(() => 0.1) : c)) },
    {
      title: "a sum of columns",
      columns: parts.map((c, j) =>
        j === 9 ? c.map((_, i) => (first[i] ?? 0) + (noise[i] ?? 0)) : j === 10 ? noise : c,
      ),
    },
    { title: "columns that are alike but for a tenth", columns: alike(0.1) },
    { title: "columns that are alike but for a millionth", columns: alike(1e-6) },
  ];

  it.each(cases)("gives the fit of plain JavaScript for $title", ({ columns, options = {} }) => {
    const [table, target] = [named(columns), targetOf(parts)];
    const fit = leastSquares(table, target, { ...options, backend });
    expect(difference(fit, leastSquares(table, target, options))).toBeLessThan(1e-13);
    expect(leastSquares(table, target, { ...options, backend })).toEqual(fit);
  });

  it("gives a perfect fit as one", () => {
    const target = parts[3]?.map((x) => 2 * x + 1) ?? noise;
    const fit = leastSquares(named(parts), target, { backend });
    expect(fit).toMatchObject({ perfectFit: true, intercept: 1, fStatistic: null, logLikelihood: null });
    expect(fit.coefficients[3]?.estimate).toBe(2);
  });

  it("reads decimal text beyond float64", () => {
    const text = Array.from(first, (x) => `${x}1`);
    const table = [["text", text] as const, ...named(others)];
    const target = targetOf(parts);
    const [fit, plain] = [leastSquares(table, target, { backend }), leastSquares(table, target)];
    expect(difference(fit, plain)).toBeLessThan(1e-13);
    expect(fit.coefficients[0]?.estimate).toBe(plain.coefficients[0]?.estimate);
  });

  it("is what regress uses when it is told", () => {
    let compiled = 0;
    const counting = {
      name: "counting",
      compile: (program: Parameters<typeof backend.compile>[0]) => {
        compiled++;
        return backend.compile(program);
      },
    };
    const table = [...named(parts), ["y", targetOf(parts)] as const];
    const fit = regress("y ~ .", table, { backend: counting });
    expect(compiled).toBe(1);
    const plain = regress("y ~ .", table);
    expect(fit.coefficients.map(({ estimate }) => estimate)).toEqual(
      plain.coefficients.map(({ estimate }) => estimate),
    );
    for (const [j, { pValue, standardError }] of fit.coefficients.entries()) {
      expect(standardError).toBeCloseTo(plain.coefficients[j]?.standardError ?? Number.NaN, 15);
      expect(pValue).toBeCloseTo(plain.coefficients[j]?.pValue ?? Number.NaN, 12);
    }
    regress("y ~ x0 + x1", table, { backend: counting });
    expect(compiled).toBe(1);
  });
});
