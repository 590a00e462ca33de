import { cellColumns, readCsv } from "@neurite/csv";
import { describe, expect, it } from "vitest";
import { completeRows } from "./complete-rows";

function complete(csv: string, ...needed: string[]) {
  const text = readCsv(new TextEncoder().encode(csv), "t.csv");
  return completeRows(text, cellColumns(text), needed);
}

describe("completeRows", () => {
  it("keeps every row where nothing is missing that is needed", () => {
    expect(complete("x,y\n1,\n2,b\n", "x")).toEqual({
      columns: [
        ["x", ["1", "2"]],
        ["y", ["", "b"]],
      ],
      lines: [2, 3],
      warnings: [],
    });
  });

  it("leaves out rows with an empty cell or NA, and keeps the lines of the others", () => {
    expect(complete("x,y\n1,a\n,b\n\n3,NA\n4,d\n", "x", "y")).toEqual({
      columns: [
        ["x", ["1", "4"]],
        ["y", ["a", "d"]],
      ],
      lines: [2, 6],
      warnings: ['t.csv: 2 of 4 rows lack a value and take no part. Missing are cells of "x" (1), "y" (1).'],
    });
  });

  it("takes ? and the like as missing among numbers, as an answer among words", () => {
    expect(complete("x,y\n?,a\n2,?\n", "x", "y")).toMatchObject({
      columns: [
        ["x", ["2"]],
        ["y", ["?"]],
      ],
      warnings: ['t.csv: 1 of 2 rows lacks a value and takes no part. Missing are cells of "x" (1).'],
    });
  });

  it("refuses a table of which no row is left", () => {
    expect(() => complete("x,y\n1,\n,2\n", "x", "y")).toThrow(
      'got none of 2 rows; missing are cells of "x" (1), "y" (1). Fill them, or leave a column out.',
    );
  });
});
