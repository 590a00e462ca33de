import { describe, expect, it } from "vitest";
import { readCsv } from "./read-csv";
import { encodeCell, numberCell, tableWithColumns } from "./write-table";

const read = (text: string) => readCsv(new TextEncoder().encode(text), "t.csv");
const written = (text: string, cells: readonly string[], name = "prediction") =>
  [...tableWithColumns(read(text), [{ name, cells }])].join("");

describe("tableWithColumns", () => {
  it("keeps the input's text letter for letter", () => {
    expect(written('name , "b"\n"Doe, Jane" ,  "x"\n007,1e3\n', ["1", "2"])).toBe(
      'name , "b",prediction\n"Doe, Jane" ,  "x",1\n007,1e3,2\n',
    );
  });

  it.each([
    ["CRLF", "a,b\r\n1,2\r\n", "a,b,prediction\r\n1,2,9\r\n"],
    ["a byte order mark", "\ufeffa\n1\n", "\ufeffa,prediction\n1,9\n"],
    ["semicolons", "a;b\n1,5;2\n", "a;b;prediction\n1,5;2;9\n"],
    ["tabs", "a\tb\n\t2\n", "a\tb\tprediction\n\t2\t9\n"],
    ["newlines in quotes", 'a,b\n"1\n2",x\n', 'a,b,prediction\n"1\n2",x,9\n'],
  ])("keeps %s", (_, text, expected) => {
    expect(written(text, ["9"])).toBe(expected);
  });

  it("drops blank lines and ends with a line end", () => {
    expect(written("a\n\n1\n\n2", ["8", "9"])).toBe("a,prediction\n1,8\n2,9\n");
  });

  it("quotes what it adds where needed", () => {
    expect(written("a\n1\n", ['x "y", z'], "p,q")).toBe('a,"p,q"\n1,"x ""y"", z"\n');
  });

  it("refuses a column that is there already", () => {
    expect(() => written("a,prediction\n1,2\n", ["3"])).toThrow('t.csv already has a column "prediction"');
  });

  it("writes many rows in pieces that join to the whole", () => {
    const rows = Array.from({ length: 20_000 }, (_, i) => String(i));
    const pieces = [...tableWithColumns(read(`a\n${rows.join("\n")}`), [{ name: "b", cells: rows }])];
    expect(pieces.length).toBeGreaterThan(1);
    expect(pieces.join("")).toBe(`a,b\n${rows.map((row) => `${row},${row}`).join("\n")}\n`);
  });
});

describe("encodeCell", () => {
  it("quotes only what would be read as something else", () => {
    expect(encodeCell("a;b", ",")).toBe("a;b");
    expect(encodeCell("a;b", ";")).toBe('"a;b"');
    expect(encodeCell(" a", ",")).toBe('" a"');
  });
});

describe("numberCell", () => {
  it("writes every digit, with the table's decimal mark", () => {
    expect(numberCell(0.1 + 0.2, read("a,b\n1,2\n"))).toBe("0.30000000000000004");
    expect(numberCell(2.5, read("a;b\n1,5;2\n"))).toBe("2,5");
  });
});
