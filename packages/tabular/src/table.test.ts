import { describe, expect, it } from "vitest";
import { place, tableFromArrays, tableFromColumns, tableFromRows } from "./table";

describe("tableFromRows", () => {
  it("has the columns in the order in which they first appear, and gaps where a row lacks one", () => {
    const table = tableFromRows([{ b: 1 }, { a: "x", b: 2 }]);
    expect(table.columns).toEqual([
      { name: "b", cells: [1, 2] },
      { name: "a", cells: [undefined, "x"] },
    ]);
    expect(table.rows).toBe(2);
    expect(table.decimal).toBe(".");
  });

  it("takes names that objects inherit, and the empty name, as names like any other", () => {
    const rows = [JSON.parse('{"__proto__": 1, "constructor": 2, "": 3}'), { toString: 4 }];
    expect(tableFromRows(rows).columns).toEqual([
      { name: "__proto__", cells: [1, undefined] },
      { name: "constructor", cells: [2, undefined] },
      { name: "", cells: [3, undefined] },
      { name: "toString", cells: [undefined, 4] },
    ]);
  });

  it("refuses a row that is no object", () => {
    const rows: never[] = JSON.parse("[{}, null]");
    expect(() => tableFromRows(rows)).toThrow("row 2 should be an object of cells by column name, got null.");
  });
});

describe("tableFromColumns", () => {
  it("takes an object, entries or a Map", () => {
    const columns = [
      { name: "a", cells: [1, 2] },
      { name: "b", cells: ["x", "y"] },
    ];
    expect(tableFromColumns({ a: [1, 2], b: ["x", "y"] }).columns).toEqual(columns);
    expect(
      tableFromColumns(
        new Map<string, (string | number)[]>([
          ["a", [1, 2]],
          ["b", ["x", "y"]],
        ]),
      ).columns,
    ).toEqual(columns);
  });

  it("refuses columns of different lengths", () => {
    expect(() => tableFromColumns({ a: [1, 2], b: [1] })).toThrow('"a" has 2 cells, "b" has 1.');
  });

  it("refuses two columns of one name", () => {
    expect(() =>
      tableFromColumns([
        ["age", [1]],
        ["age", [2]],
      ]),
    ).toThrow('There is a duplicate column name: "age".');
  });
});

describe("tableFromArrays", () => {
  it("names the line of a row that is too short or too long", () => {
    const options = { lines: [2, 3] };
    expect(() =>
      tableFromArrays(
        ["a", "b", "c"],
        [
          ["1", "2", "3"],
          ["4", "5"],
        ],
        options,
      ),
    ).toThrow("line 3: the header has 3 columns, this row has 2 cells.");
    expect(() =>
      tableFromArrays(
        ["a", "b"],
        [
          ["1", "2"],
          ["3", "4", "5"],
        ],
        options,
      ),
    ).toThrow("this row has 3 cells.");
  });

  it("refuses a table without header", () => {
    expect(() => tableFromArrays([], [])).toThrow("The table is empty");
  });

  it("wants a line for each row", () => {
    expect(() => tableFromArrays(["a"], [["1"]], { lines: [2, 3] })).toThrow("each of 1 rows, got 2.");
  });
});

describe("place", () => {
  it("is the line of the file where it is known, else the row counted from 1", () => {
    expect(place(tableFromArrays(["a"], [["1"], ["2"]], { lines: [2, 4] }), 1)).toBe("line 4");
    expect(place(tableFromRows([{ a: 1 }]), 0)).toBe("row 1");
  });
});
