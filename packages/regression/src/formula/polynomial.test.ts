import { describe, expect, it } from "vitest";
import { applyDesign, buildDesign } from "./build-design";

/** The columns of a formula's right side over x. */
function columnsOf(right: string, x: readonly number[] | readonly string[]): readonly (readonly number[])[] {
  return buildDesign(`y ~ ${right}`, { y: x, x }).columns.map(({ values }) => [...values.high]);
}

function expectNear(columns: readonly (readonly number[])[], expected: readonly (readonly number[])[]): void {
  expect(columns.length).toBe(expected.length);
  for (const [i, column] of expected.entries()) {
    for (const [row, value] of column.entries()) expect(columns[i]?.[row]).toBeCloseTo(value, 15);
  }
}

describe("poly(x, n)", () => {
  it("has the classical orthogonal polynomials for equal steps", () => {
    // Fisher and Yates, Statistical Tables, table XXIII, five values: each row divided by the root of its sum of squares.
    const over = (squares: number, ...values: number[]) => values.map((value) => value / Math.sqrt(squares));
    expectNear(columnsOf("poly(x, 4)", [3, 5, 7, 9, 11]), [
      over(10, -2, -1, 0, 1, 2),
      over(14, 2, -1, -2, -1, 2),
      over(10, -1, 2, 0, -2, 1),
      over(70, 1, -4, 6, -4, 1),
    ]);
  });

  it("has those of any numbers", () => {
    // Gram-Schmidt of 1, x, x², x³ in exact rational numbers, the roots of the lengths to 60 digits
    expectNear(columnsOf("poly(x, degree = 3)", ["1", "2", "4", "8", "9"]), [
      [-0.533152856602998, -0.3928494732864196, -0.11224270665326275, 0.448970826613051, 0.5892742099296294],
      [0.5243096829068213, -0.055994237980340145, -0.7317428826976269, -0.14380338390405537, 0.407230821675201],
      [-0.34735440146038704, 0.40219983326992187, 0.12797267422224787, -0.6764269923175958, 0.4936088862858132],
    ]);
  });

  it("is orthogonal to the last digits where the powers themselves are all alike", () => {
    const years = Array.from({ length: 30 }, (_, i) => 1990 + i);
    const columns = columnsOf("poly(x, 10)", years);
    for (const [i, a] of columns.entries()) {
      for (const [j, b] of columns.entries()) {
        const product = a.reduce((sum, value, row) => sum + value * (b[row] as number), 0);
        expect(Math.abs(product - (i === j ? 1 : 0)), `${i} and ${j}`).toBeLessThan(1e-15);
      }
      expect(Math.abs(a.reduce((sum, value) => sum + value, 0))).toBeLessThan(2e-15);
    }
  });

  it("is named as R names it, and takes arithmetic", () => {
    const { columns } = buildDesign("y ~ poly(log(x),2) + poly(x,2,raw=TRUE)", { y: [1, 2, 3], x: [1, 2, 3] });
    expect(columns.map(({ name }) => name)).toEqual([
      "poly(log(x), 2)1",
      "poly(log(x), 2)2",
      "poly(x, 2, raw = TRUE)1",
      "poly(x, 2, raw = TRUE)2",
    ]);
  });

  it("keeps what it has learnt for new rows", () => {
    const { recipe } = buildDesign("y ~ poly(x, 2)", { y: [1, 2, 3, 4, 5], x: [3, 5, 7, 9, 11] });
    const { columns } = applyDesign(recipe, { x: [7, 13, 4] });
    // with u = (x - 7) / 2 the polynomials are u / √10 and (u² - 2) / √14
    expectNear(
      columns.map(({ values }) => [...values.high]),
      [
        [0, 3 / Math.sqrt(10), -1.5 / Math.sqrt(10)],
        [-2 / Math.sqrt(14), 7 / Math.sqrt(14), 0.25 / Math.sqrt(14)],
      ],
    );
  });

  it("has plain powers where it is raw, in R's spelling and in others", () => {
    for (const raw of ["raw", "raw = TRUE", "raw=T", "raw=True"]) {
      expect(columnsOf(`poly(x, 3, ${raw})`, [1, -2, 3])).toEqual([
        [1, -2, 3],
        [1, 4, 9],
        [1, -8, 27],
      ]);
    }
    expect(columnsOf("poly(x, 2, raw = FALSE)", [1, 2, 3])).toEqual(columnsOf("poly(x, 2)", [1, 2, 3]));
  });

  it("needs more distinct values than its degree", () => {
    expect(() => columnsOf("poly(x, 2)", [1, 2, 1, 2])).toThrow(
      'formula: the degree of "poly(x, 2)" should be below the number of distinct values, got 2 and 2. Lower the degree.',
    );
  });

  it("refuses numbers whose powers are beyond float64, also where they show in the recipe alone", () => {
    expect(() => columnsOf("poly(x, 2)", [0, 0, 1, -3.5e75])).toThrow(
      'formula: the numbers of "poly(x, 2)" to the power 5 are too large for float64 (above 1.8e308). Measure the column in other units.',
    );
  });
});
