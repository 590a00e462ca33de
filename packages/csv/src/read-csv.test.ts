import { NeuriteError } from "@neurite/tensor";
import { describe, expect, it } from "vitest";
import { readCsv } from "./read-csv";

const read = (text: string) => readCsv(new TextEncoder().encode(text), "t.csv");
const cells = (text: string) => read(text).rows.map((row) => row.cells);

describe("readCsv accepts", () => {
  const expected = [
    ["25", "100.5", "no", "3"],
    ["67", "2000", "yes", "9"],
    ["40", "-50", "no", "1"],
  ];
  const plain = "age,balance,retired,transactions\n25,100.5,no,3\n67,2000,yes,9\n40,-50,no,1\n";

  it.each([
    ["a plain table", plain],
    ["CRLF line ends", plain.replaceAll("\n", "\r\n")],
    ["CR line ends", plain.replaceAll("\n", "\r")],
    ["CRLF in the header only", plain.replace("\n", "\r\n")],
    ["a byte order mark", `\ufeff${plain}`],
    ["no final newline", plain.trimEnd()],
    ["blank lines at the end", `${plain}\n\n`],
    ["blank lines inside", plain.replace("67", "\n   \n67")],
    ["blank lines before the header", `\n\n${plain}`],
    ["semicolons", plain.replaceAll(",", ";")],
    ["tabs", plain.replaceAll(",", "\t")],
    ["bars", plain.replaceAll(",", "|")],
    ["spaces around cells", plain.replaceAll(",", " , ")],
    ["quotes around every cell", plain.replace(/[^,\n]+/g, '"$&"')],
  ])("%s", (_, text) => {
    const table = read(text);
    expect(table.header).toEqual(["age", "balance", "retired", "transactions"]);
    expect(table.rows.map((row) => row.cells)).toEqual(expected);
  });

  it("a delimiter inside quotes", () => {
    expect(cells('name,y\n"Doe, Jane",1\n"Roe, Rick",2\n')).toEqual([
      ["Doe, Jane", "1"],
      ["Roe, Rick", "2"],
    ]);
  });

  it("a newline inside quotes as one record, and counts physical lines", () => {
    const { rows } = read('note,y\n"line one\nline two",1\nplain,2\n');
    expect(rows.map((row) => row.cells)).toEqual([
      ["line one\nline two", "1"],
      ["plain", "2"],
    ]);
    expect(rows.map((row) => row.line)).toEqual([2, 4]);
  });

  it("doubled quotes, quotes inside a cell, and white space inside quotes", () => {
    expect(cells('a,b\n"say ""hi""",5" pipe\n" x ",""\n')).toEqual([
      ['say "hi"', '5" pipe'],
      [" x ", ""],
    ]);
  });

  it("one column, one row", () => {
    expect(cells("x\n1\n")).toEqual([["1"]]);
  });

  it("empty cells, and rows of nothing but them under a tab", () => {
    expect(cells("a\tb\n\t\n1\t\n")).toEqual([
      ["", ""],
      ["1", ""],
    ]);
  });

  it("names and cells that are words of JavaScript", () => {
    const table = read("__proto__,constructor\n1,toString\n");
    expect(table.header).toEqual(["__proto__", "constructor"]);
    expect(table.rows[0]?.cells).toEqual(["1", "toString"]);
  });

  it("the decimal comma of a table with semicolons, but no thousands comma of one with tabs", () => {
    expect(read("a;b\n1,5;2\n").decimalComma).toBe(true);
    expect(read("a;b\n1.5;2\n").decimalComma).toBe(false);
    expect(read("a\tb\n1,500\t2\n").decimalComma).toBe(false);
    expect(read("a\tb\n1,5\t2\n").decimalComma).toBe(true);
  });

  it("column names that are numbers, with a warning", () => {
    expect(read("1,2\n3,4\n").warnings).toEqual([
      "t.csv: the column names are all numbers (1, 2). The first line looks like data: does the file lack a line of column names?",
    ]);
  });
});

describe("readCsv leaves out", () => {
  it("rows with more or fewer cells where that is asked for, and says which", () => {
    const bytes = new TextEncoder().encode("a,b\n1,2\n3\n4,5\n6,7,8\n");
    const { rows, warnings, leftOut } = readCsv(bytes, "t.csv", { ragged: "leaveOut" });
    expect(leftOut).toEqual([3, 5]);
    expect(rows.map(({ line, cells }) => [line, ...cells])).toEqual([
      [2, "1", "2"],
      [4, "4", "5"],
    ]);
    expect(warnings).toEqual(["t.csv: 2 rows were left out for having more or fewer than 2 cells (line 3, 5)."]);
  });

  it("nothing else: a table of which no row is left is refused", () => {
    const bytes = new TextEncoder().encode("a,b\n1\n");
    expect(refusal(() => readCsv(bytes, "t.csv", { ragged: "leaveOut" })).message).toContain("no rows");
  });
});

it("readCsv tells every 1,024 records how much is read", () => {
  const shares: number[] = [];
  const bytes = new TextEncoder().encode(`a\n${"1\n".repeat(4095)}`);
  readCsv(bytes, "t.csv", { onProgress: (share) => shares.push(share) });
  expect(shares).toEqual([0.25, 0.5, 0.75, 1]);
});

describe("readCsv refuses", () => {
  it.each([
    ["an unclosed quote, by the line where it opens", 'a,b\n1,2\n"3,4\n5,6\n', ["line 3", "quote", "never closes"]],
    ["an unclosed quote after a closed one of two lines", 'a,b\n"1\n2","3\n4,5\n', ["line 3", "quote"]],
    ["a quote that closes inside its cell", 'a,b\n1,2\n"x"y,4\n', ["line 3", "quote", "closes before"]],
    ["a quote closed by the next cell's", 'a,b\n"x,1\n2,"y"\n', ["line 2", "quote"]],
    ["a short row", "a,b,c\n1,2,3\n4,5\n", ["line 3 has 2 cells", "expected 3"]],
    ["a long row", "a,b\n1,2\n3,4,5\n", ["line 3 has 3 cells", "expected 2"]],
    ["a short row after blank lines and a quoted newline", 'a,b\n\n"x\ny",1\n\n2\n', ["line 6 has 1 cell,"]],
    ["a short row under CRLF", "a,b\r\n1,2\r\n3\r\n", ["line 3 has 1 cell,"]],
    ["an empty file", "", ["t.csv is empty"]],
    ["blank lines only", "\n \n", ["t.csv is empty"]],
    ["a byte order mark only", "\ufeff", ["t.csv is empty"]],
    ["a header without rows", "age,balance,retired,transactions\n", ["no rows", "age, balance"]],
    ["two columns of one name", "age,age,y\n1,2,3\n", ["line 1", 'duplicate column name "age"', "columns 1 and 2"]],
    ["a column without a name", "a,,c\n1,2,3\n", ["line 1", "column 2 of 3 has no name"]],
    ["a table with its index", ",a\n0,5\n1,6\n", ["column 1 of 2 has no name", "counts the rows"]],
    ["numbers in place of names", "1,1\n2,3\n", ["duplicate", "lack a line of column names"]],
  ])("%s", (_, text, mentions) => {
    const error = refusal(() => read(text));
    expect(error.code).toBe("bad-table");
    for (const mention of mentions) expect(error.message).toContain(mention);
  });

  it.each([
    ["UTF-16", [0xff, 0xfe, 0x61, 0], "UTF-16"],
    ["UTF-16 without a mark", [0x61, 0, 0x2c, 0], "zero byte"],
    ["Latin-1", [0x61, 0x2c, 0x62, 10, 0xe9, 0x2c, 0x31, 10], "line 2 is not UTF-8"],
    ["a spreadsheet", [0x50, 0x4b, 3, 4, 20], "spreadsheet"],
    ["gzip", [0x1f, 0x8b, 8], "gzip"],
    ["a model", [0x80, 2, 0, 0, 0, 0, 0, 0, 0x7b], "a model"],
  ])("%s", (_, bytes, mention) => {
    const error = refusal(() => readCsv(Uint8Array.from(bytes), "t.csv"));
    expect(error.code).toBe("bad-table");
    expect(error.message).toContain(mention);
  });
});

function refusal(act: () => unknown): NeuriteError {
  try {
    act();
  } catch (error) {
    if (error instanceof NeuriteError) return error;
    throw error;
  }
  throw new Error("nothing was refused");
}
