import { describe, expect, it } from "vitest";
import { readTable } from "./read-table";
import { tableFromColumns } from "./table";
import type { TypedColumn } from "./typed-column";

const read = (cells: readonly (string | number | boolean | Date | null)[], options = {}, decimal: "." | "," = ".") => {
  const [reading] = readTable(tableFromColumns({ x: cells }, { decimal }), options);
  if (reading === undefined) throw new Error("no column");
  return reading;
};
const numbers = (column: TypedColumn) => (column.kind === "category" ? [] : [...column.values]);

describe("readTable infers the kind of a column", () => {
  it("number, also for 0 and 1 and for text with a decimal comma", () => {
    expect(read(["0", "1", "1"]).column.kind).toBe("number");
    expect(numbers(read(["1,5", "-2", "3,25"], {}, ",").column)).toEqual([1.5, -2, 3.25]);
  });

  it("boolean for true and false or yes and no, with the table's own spelling", () => {
    expect(read(["True", "False"]).column).toMatchObject({ kind: "boolean", labels: ["False", "True"] });
    expect(read(["no", "yes", ""]).column).toMatchObject({ kind: "boolean", labels: ["no", "yes"] });
    expect(numbers(read([true, false, null]).column)).toEqual([1, 0, Number.NaN]);
  });

  it("category for a mixture of both pairs, or a third word", () => {
    expect(read(["yes", "true"]).column.kind).toBe("category");
    expect(read(["yes", "no", "unknown"]).column.kind).toBe("category");
  });

  it("date, day first as soon as one day is above 12", () => {
    // 2011-02-01 is day 15006, 2011-02-13 day 15018.
    expect(numbers(read(["1/2/2011", "13/2/2011"]).column)).toEqual([15006, 15018]);
    expect(numbers(read(["2/1/2011", "2/13/2011"]).column)).toEqual([15006, 15018]);
    expect(numbers(read([new Date("2011-02-01T12:00Z")]).column)).toEqual([15006.5]);
  });

  it("date month first where nothing tells, which is marked", () => {
    expect(read(["1/2/2011", "3/4/2011"])).toMatchObject({
      ambiguousDates: true,
      column: { kind: "date", order: "mdy" },
    });
    expect(read(["5/5/2011"]).ambiguousDates).toBe(false);
    expect(read(["1/2/2011", "3/14/2011"]).ambiguousDates).toBe(false);
  });

  it("category for text, levels in the order of their first row", () => {
    expect(read(["b", " a ", "b", ""]).column).toEqual({
      kind: "category",
      name: "x",
      codes: Int32Array.of(0, 1, 0, -1),
      levels: ["b", "a"],
    });
  });

  it("number that is missing throughout for a column without values", () => {
    expect(read(["", "NA", null])).toMatchObject({ column: { kind: "number" }, missing: { count: 3, first: 0 } });
  });
});

describe("readTable counts what is missing and what is not of the kind", () => {
  it("takes the documented spellings as missing in every column", () => {
    const spellings = ["", "  ", "NA", "N/A", "NaN", "nan", "null", "NULL", "#N/A"];
    expect(read([...spellings, "1", "2"]).missing).toEqual({ count: 9, first: 0 });
    expect(read([...spellings, "text"]).missing.count).toBe(9);
    expect(read([Number.NaN, null, new Date(Number.NaN), 1]).missing.count).toBe(3);
  });

  it("takes a question mark and None as missing among numbers, as a level among text", () => {
    expect(read(["?", "1", "2", "None"]).missing).toEqual({ count: 2, first: 0 });
    expect(read(["?", "a", "None"]).column).toMatchObject({ levels: ["?", "a", "None"] });
  });

  it("takes text in a column of mostly numbers as missing and keeps the first", () => {
    const reading = read(["25", "thirty", "40", "many"].concat(["1"]));
    expect(reading.unreadable).toEqual({ count: 2, first: 1 });
    expect(reading.example).toBe("thirty");
    expect(numbers(reading.column)).toEqual([25, Number.NaN, 40, Number.NaN, 1]);
  });

  it("reads a column as text where only half of it are numbers, and says so", () => {
    const reading = read(["a", "1"]);
    expect(reading.column.kind).toBe("category");
    expect(reading.numbersAmongText).toEqual({ count: 1, first: 1 });
    expect(reading.textExample).toBe("a");
  });

  it("takes infinity for no number", () => {
    expect(read([1, 2, Number.POSITIVE_INFINITY])).toMatchObject({
      unreadable: { count: 1, first: 2 },
      example: "Infinity",
    });
  });
});

describe("readTable does as it is told", () => {
  it("reads numbers as categories, without a word about mixtures", () => {
    const reading = read(["1", "2", "x"], { categories: ["x"] });
    expect(reading.column).toMatchObject({ kind: "category", levels: ["1", "2", "x"] });
    expect(reading.numbersAmongText.count).toBe(0);
  });

  it("reads mostly text as numbers", () => {
    expect(numbers(read(["1", "b", "c"], { numbers: ["x"] }).column)).toEqual([1, Number.NaN, Number.NaN]);
  });

  it("leaves columns out", () => {
    const table = tableFromColumns({ a: [1], b: [2] });
    expect(readTable(table, { ignore: ["a"] }).map(({ column }) => column.name)).toEqual(["b"]);
  });

  it("refuses names that no column has, and proposes the nearest", () => {
    const table = tableFromColumns({ age: [1], balance: [2] });
    expect(() => readTable(table, { ignore: ["balanse"] })).toThrow(
      'There is no column "balanse" (named in "ignore"); the columns are "age" and "balance". Did you mean "balance"?',
    );
    expect(() => readTable(table, { numbers: ["__proto__"] })).toThrow('There is no column "__proto__"');
  });

  it("refuses a column in two lists, numbers where there are none, and a table without rows", () => {
    const table = tableFromColumns({ job: ["", "clerk"] }, { lines: [2, 3] });
    expect(() => readTable(table, { numbers: ["job"], categories: ["job"] })).toThrow('in "numbers" and "categories"');
    expect(() => readTable(table, { numbers: ["job"] })).toThrow('the first is "clerk" (line 3)');
    expect(() => readTable(tableFromColumns({ a: [], b: [] }))).toThrow("The table has no rows");
  });

  it("refuses what is no cell", () => {
    const cells: string[] = JSON.parse('["1", {}]');
    expect(() => read(cells)).toThrow('column "x", row 2: a cell should be text');
  });
});
