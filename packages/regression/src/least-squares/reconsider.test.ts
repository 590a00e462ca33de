// Columns that float64 cannot tell apart and 31 digits can. Expected values are the exact solution in rational numbers (Python's fractions).
import { describe, expect, it } from "vitest";
import { regress } from "../inference/regress";
import { leastSquares } from "./least-squares";

const from = (start: number, rows: number) => Array.from({ length: rows }, (_, i) => start + i);
const target = (rows: number) => Array.from({ length: rows }, (_, i) => ((i * 7) % 5) + i);
const terms = (degree: number) => Array.from({ length: degree - 1 }, (_, i) => ` + I(x^${i + 2})`).join("");

describe("powers of numbers far from zero", () => {
  it.each([
    {
      start: 2010,
      rows: 11,
      degree: 5,
      first: -26833050094793.4,
      last: 0.000801282051282051,
      error: 0.00328605581836829,
    },
    {
      start: 2010,
      rows: 11,
      degree: 6,
      first: 1.3644310964981e16,
      last: 0.000204248366013072,
      error: 0.00158514062224738,
    },
    {
      start: 2000,
      rows: 21,
      degree: 7,
      first: -6.87524318244918e16,
      last: 5.08721159452848e-7,
      error: 3.10393848062215e-6,
    },
    {
      start: 1950,
      rows: 71,
      degree: 8,
      first: -3184370243460720.0,
      last: -1.32159987891729e-11,
      error: 1.49595939863523e-11,
    },
    {
      start: 1000000,
      rows: 31,
      degree: 4,
      first: -5.71120068643715e19,
      last: -5.71085784231109e-5,
      error: 6.36514197471154e-5,
    },
  ])("all have a coefficient: degree $degree from $start on", ({ start, rows, degree, first, last, error }) => {
    const x = from(start, rows);
    for (const column of [x, x.map(String), Float64Array.from(x)]) {
      for (const right of [`x${terms(degree)}`, `poly(x, ${degree}, raw)`]) {
        const { coefficients, dropped } = regress(`y ~ ${right}`, { y: target(rows), x: column });
        expect(dropped).toEqual([]);
        expect(coefficients).toHaveLength(degree + 1);
        expect((coefficients[0]?.estimate ?? 0) / first).toBeCloseTo(1, 12);
        expect((coefficients.at(-1)?.estimate ?? 0) / last).toBeCloseTo(1, 12);
        expect((coefficients.at(-1)?.standardError ?? 0) / error).toBeCloseTo(1, 12);
      }
    }
  });

  it("also do where they are no whole numbers, and beside factors", () => {
    const x = from(0, 71).map((i) => 1995.5 + i / 10);
    const g = x.map((_, i) => "abc"[i % 3] as string);
    const { rank, dropped } = regress(`y ~ (x${terms(5)}) * g`, { y: target(71), x, g });
    expect([rank, dropped]).toEqual([18, []]);
  });

  it("are dropped where so little is left that their coefficients would have few digits", () => {
    const { dropped } = regress(`y ~ x${terms(8)}`, { y: target(11), x: from(2010, 11) });
    expect(dropped.map(({ name }) => name)).toEqual(["I(x^7)", "I(x^8)"]);
    // eleven rows of four different numbers have no fourth power of their own
    const four = from(0, 11).map((i) => 2010 + (i % 4));
    expect(regress(`y ~ x${terms(4)}`, { y: target(11), x: four }).dropped.map(({ name }) => name)).toEqual(["I(x^4)"]);
  });
});

describe("columns whose last digits are rounding", () => {
  // float64's 0.1 + 0.2 is 0.30000000000000004
  const a = [0.1, 0.2, 0.7, 1.1, 1.3, 2.9];
  const b = [0.2, 0.1, 0.1, 2.2, 0.6, 1.7];
  const sum = a.map((value, i) => value + (b[i] as number));
  const y = [1, 2, 2, 5, 3, 8];

  it("are dropped as what they were made of", () => {
    const text = { y, a: a.map(String), b: b.map(String), sum: sum.map(String) };
    for (const table of [{ y, a, b, sum }, text]) {
      for (const right of ["a + b + sum", "a + b + I(sum * 3)", "a + sum + I(2 * a + b)"]) {
        expect(regress(`y ~ ${right}`, table).dropped).toHaveLength(1);
      }
    }
    expect(leastSquares({ a, b, sum }, y).dropped).toEqual([{ name: "sum", combinationOf: ["a", "b"] }]);
  });

  it("are dropped where they are exact combinations of whole numbers", () => {
    const table = { y, a: [1, 5, 2, 8, 3, 9], b: [2, 2, 7, 1, 5, 4] };
    expect(regress("y ~ a + b + I(a - 3 * b) + I(a^2)", table).dropped).toEqual([
      { name: "I(a - 3 * b)", combinationOf: ["a", "b"] },
    ]);
  });

  it("are kept as whole numbers of float64, where these are exact", () => {
    const x = from(2020, 9);
    const powers = Object.fromEntries(
      [1, 2, 3, 4].map((power) => [`x${power}`, Float64Array.from(x, (v) => v ** power)]),
    );
    expect(leastSquares(powers, target(9)).rank).toBe(5);
    const seconds = from(1_600_000_000, 9);
    const squares = { x: seconds.map((v) => v - 1_599_000_000), x2: seconds.map((v) => (v - 1_599_000_000) ** 2) };
    expect(leastSquares(squares, target(9)).dropped).toEqual([]);
  });
});
