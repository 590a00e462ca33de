import { describe, expect, it } from "vitest";
import { inspectTable } from "./inspect-table";
import { type TableOptions, tableFromArrays, tableFromColumns } from "./table";

/** A table from the lines of a small CSV text. */
function table(text: string, options: TableOptions = {}) {
  const [header = [], ...rows] = text.split("\n").map((line) => line.split(","));
  return tableFromArrays(header, rows, { lines: rows.map((_, i) => i + 2), ...options });
}
const messages = (text: string, options = {}) =>
  inspectTable(table(text), options).warnings.map(({ message }) => message);
const codes = (text: string, options = {}) => inspectTable(table(text), options).warnings.map(({ code }) => code);
const counting = (n: number, cells: (i: number) => unknown) => Array.from({ length: n }, (_, i) => cells(i)).join("\n");

describe("inspectTable summarises", () => {
  it("each column by its kind", () => {
    const summary = inspectTable(
      table("age,job,since,retired,y\n25,clerk,2011-01-01,no,1\n,clerk,2011-01-03,yes,2\n40,nurse,,no,4"),
    );
    expect(summary.rows).toBe(3);
    expect(summary.columns).toEqual([
      // (40 - 25) / 2 either side of the mean.
      { name: "age", kind: "number", missing: 1, distinct: 2, min: 25, mean: 32.5, max: 40, standardDeviation: 7.5 },
      {
        name: "job",
        kind: "category",
        missing: 0,
        distinct: 2,
        most: [
          { value: "clerk", count: 2 },
          { value: "nurse", count: 1 },
        ],
      },
      { name: "since", kind: "date", missing: 1, distinct: 2, earliest: "2011-01-01", latest: "2011-01-03" },
      {
        name: "retired",
        kind: "boolean",
        missing: 0,
        distinct: 2,
        most: [
          { value: "no", count: 2 },
          { value: "yes", count: 1 },
        ],
      },
      // Mean 7/3; squares of 4/3, 1/3, 5/3 add up to 42/9; sqrt(42 / 27).
      {
        name: "y",
        kind: "number",
        missing: 0,
        distinct: 3,
        min: 1,
        mean: 7 / 3,
        max: 4,
        standardDeviation: Math.sqrt(42 / 27),
      },
    ]);
    expect(summary).toMatchObject({ target: "y", task: "regression" });
  });

  it("huge numbers with finite numbers", () => {
    const [x] = inspectTable(table("x,y\n1e308,1\n-1e308,2\n5e307,3")).columns;
    expect([x?.mean, x?.standardDeviation].every(Number.isFinite)).toBe(true);
    expect(messages("x,y\n1e308,1\n-1e308,2\n5e307,3")[0]).toContain('Column "x" reaches 1e+308 in line 2');
  });

  it("a control table without a warning", () => {
    expect(codes("age,balance,retired,transactions\n25,100.5,no,3\n67,2000,yes,9\n40,-50,no,1")).toEqual([]);
  });
});

describe("inspectTable warns of cells", () => {
  it("that are missing, with the first line", () => {
    expect(messages("age,y\n25,1\n,2\n40,3")).toEqual([
      'Column "age": 1 of 3 cells is missing, the first in line 3; the median of the training rows takes their place, and a feature of its own marks them.',
    ]);
  });

  it("that are text among numbers", () => {
    expect(inspectTable(table("age,y\n25,1\nthirty,2\n40,3")).warnings).toEqual([
      {
        code: "mixed-column",
        column: "age",
        message:
          'Column "age": 1 of 3 cells is not a number, the first is "thirty" in line 3; such cells count as missing. Mend them, or name the column in "categories".',
        remedy: { option: "categories", values: ["age"] },
      },
    ]);
  });

  it("that are numbers among text", () => {
    expect(messages("code,y\nA,1\n12,2")[0]).toContain(
      '1 of 2 cells is a number (the first in line 3), others are not (such as "A")',
    );
  });

  it("whose date may be read in two ways", () => {
    expect(codes("day,y\n1/2/2011,3\n3/4/2011,1\n5/6/2011,7")).toEqual(["ambiguous-date"]);
  });
});

describe("inspectTable warns of columns", () => {
  it("that are constant, the target too", () => {
    expect(messages("c,x,y\n5,1,1\n5,7,2\n5,2,3\n5,4,4")).toEqual([
      'Column "c" is constant: every cell is "5", which carries no information.',
    ]);
    expect(messages("x,y\n1,7\n2,7\n3,7")[0]).toContain('The target "y" is constant in all 3 rows');
  });

  it("that are empty", () => {
    expect(codes("c,y\n,1\nNA,2")).toContain("empty-column");
  });

  it("that only number the rows, in any order, but not with gaps or in few rows", () => {
    const y = (i: number) => (i * 7) % 5;
    expect(messages(`id,y\n${counting(12, (i) => `${12 - i},${y(i)}`)}`)[0]).toContain(
      "it counts from 1 to 12 without a gap",
    );
    expect(codes(`id,y\n${counting(12, (i) => `${i * 2},${y(i)}`)}`)).toEqual([]);
    expect(codes(`id,y\n${counting(9, (i) => `${i},${y(i)}`)}`)).toEqual([]);
  });

  it("whose text is a different one in each row, or in thousands of ways", () => {
    expect(codes(`name,y\n${counting(12, (i) => `n${i},${(i * 7) % 5}`)}`)).toEqual(["identifier"]);
    const found = inspectTable(table(`zip,y\n${counting(3000, (i) => `z${i % 1500},${(i * 7) % 11}`)}`)).warnings;
    expect(found).toMatchObject([
      { code: "many-levels", column: "zip", remedy: { option: "ignore", values: ["zip"] } },
    ]);
    expect(found[0]?.message).toContain("has 1500 levels in 3000 rows");
  });
});

describe("inspectTable knows the target", () => {
  it("as the last column that is not ignored, or as it is told", () => {
    expect(inspectTable(table("a,b,c\n1,2,3\n4,5,7\n1,8,2"), { ignore: ["c"] }).target).toBe("b");
    expect(() => inspectTable(table("age,y\n1,2"), { target: "price" })).toThrow(
      'There is no column "price"; the columns are "age" and "y".',
    );
  });

  it("as two classes where it is 0 or 1, unless told otherwise", () => {
    const text = "x,survived\n1,0\n7,1\n3,1";
    expect(codes(text)).toEqual(["class-target"]);
    expect(inspectTable(table(text), { task: "regression" })).toMatchObject({ task: "regression", warnings: [] });
    expect(inspectTable(table(text), { numbers: ["survived"] })).toMatchObject({ task: "regression", warnings: [] });
    expect(inspectTable(table(text), { categories: ["survived"] })).toMatchObject({
      task: "classification",
      warnings: [],
    });
  });

  it("with gaps, whose rows are left out", () => {
    expect(messages("x,y\n1,3\n5,\n9,4\n2,8")).toEqual([
      'The target "y" is missing in 1 row of 4, the first is line 3; such rows are left out.',
    ]);
  });

  it("with more classes than rows can teach", () => {
    expect(codes(`x,y\n${counting(9, (i) => `${(i * 7) % 4},n${i}`)}`)).toContain("many-classes");
  });

  it("as a date only by default", () => {
    const dates = tableFromColumns({ x: [1, 2], day: ["2011-01-01", "2011-01-02"] });
    expect(inspectTable(dates).task).toBe(null);
    expect(() => inspectTable(dates, { target: "day" })).toThrow(
      'The target "day" should hold numbers or classes, got dates.',
    );
  });

  it("in a single row, which cannot train", () => {
    expect(messages("x,y\n1,2")).toEqual(["The table has 1 row; training needs 3 or more."]);
  });
});
