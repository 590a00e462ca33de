import { describe, expect, it } from "vitest";
import { findDelimiter } from "./find-delimiter";

const find = (text: string) => findDelimiter(new TextEncoder().encode(text));

describe("findDelimiter", () => {
  it.each([
    ["a,b\n1,2\n", ","],
    ["a;b\n1,5;2,5\n", ";"],
    ["a\tb\n1,5\t2\n", "\t"],
    ["a|b\nx;y|z\n", "|"],
    ['"a;b","c;d"\n1,2\n', ","],
    ['a;b\n"x,y,z";1\n', ";"],
    ["only\n1\n", ","],
    ["", ","],
  ] as const)("finds in %j the delimiter %j", (text, delimiter) => {
    expect(find(text)).toBe(delimiter);
  });

  it("prefers the delimiter that splits most records like the header", () => {
    // Comma: 3 cells in the header and in 2 of 3 rows. Semicolon: 2 cells in the header, 1 in all rows.
    expect(find("a,b;x,c\n1,2,3\n4,5,6\n7,8\n")).toBe(",");
  });

  it("reads what comes before a quote that never closes", () => {
    expect(find('a;b\n1;2\n"3;4\n')).toBe(";");
  });
});
