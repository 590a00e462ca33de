import { describe, expect, it } from "vitest";
import { type ReadProgress, readFile } from "./read-file";

const read = (text: string | Uint8Array, leaveOut = false, onProgress: (progress: ReadProgress) => void = () => {}) => {
  const bytes = typeof text === "string" ? new TextEncoder().encode(text) : text;
  return readFile({ name: "t.csv", bytes, leaveOut }, onProgress);
};

describe("a file at fault", () => {
  it.each([
    [
      "a long row",
      "age,balance,retired,transactions\n25,100.5,no,3\n67,2000,yes,9,EXTRA\n40,-50,no,1\n",
      "t.csv: line 3 has 5 cells, expected 4 as in the header. Put quotes around a cell that holds the delimiter, or remove the extra cells.",
      { number: 3, text: "67,2000,yes,9,EXTRA" },
      1,
    ],
    [
      "a short row",
      "age,balance,retired,transactions\n25,100.5,no,3\n67,2000\n",
      "t.csv: line 3 has 2 cells, expected 4 as in the header. Add the missing cells (an empty one is a missing value).",
      { number: 3, text: "67,2000" },
      1,
    ],
    [
      "a quote that never closes",
      'name,y\n"Ann,1\nBob,2\n',
      't.csv: the quote that opens on line 2 never closes. Close it, or double it ("") if it belongs to the text.',
      { number: 2, text: '"Ann,1' },
      0,
    ],
    [
      "two columns of one name",
      "age,age,y\n1,2,3\n",
      't.csv: line 1: duplicate column name "age" (columns 1 and 2). Rename one of them.',
      { number: 1, text: "age,age,y" },
      0,
    ],
    [
      "nothing",
      "",
      "t.csv is empty, expected a line of column names and at least one row. Check that this is the right file.",
      undefined,
      0,
    ],
    [
      "a header alone",
      "age,balance\n",
      "t.csv has no rows: after the column names (age, balance) nothing follows. Add the rows below them.",
      undefined,
      0,
    ],
  ])("%s: the message, the line as it stands, and whether it can be left out", (_, text, message, line, stray) => {
    expect(read(text)).toEqual({ ok: false, message, line, stray });
  });

  it("a spreadsheet is told as one", () => {
    const fault = read(Uint8Array.from([0x50, 0x4b, 3, 4, 20]));
    expect(fault.ok ? "" : fault.message).toContain("spreadsheet");
  });

  it("can be read without its rows of odd length", () => {
    const table = read("a,b\n1,2\n3\n4,5\n", true);
    expect(table.ok && [table.table.rows, table.text.leftOut]).toEqual([2, [3]]);
  });
});

it("tells the columns of a large file from its first 64 KB, and then how far it is", () => {
  const told: ReadProgress[] = [];
  const table = read(
    `x,kind\n${Array.from({ length: 60_000 }, (_, i) => `${i},${i % 2 === 0 ? "a" : "b"}\n`).join("")}`,
    false,
    (progress) => told.push(progress),
  );
  expect(table.ok && table.table.rows).toBe(60_000);
  expect(told[0]?.columns?.map(({ name, kind, rows }) => [name, kind, rows > 5000 && rows < 60_000])).toEqual([
    ["x", "number", true],
    ["kind", "category", true],
  ]);
  const shares = told.slice(1).map(({ share }) => share);
  expect(shares.length).toBe(58);
  expect(shares).toEqual([...shares].sort((a, b) => a - b));
});
