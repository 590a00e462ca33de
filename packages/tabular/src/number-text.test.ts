import { describe, expect, it } from "vitest";
import { findDecimal, parseNumber } from "./number-text";

describe("parseNumber", () => {
  it("reads sign, digits, fraction and exponent", () => {
    const texts = ["0", "-12", "+3", "1.5", ".5", "5.", "-1.25e3", "1E-2", " 7 ", "007"];
    expect(texts.map((text) => parseNumber(text, "."))).toEqual([0, -12, 3, 1.5, 0.5, 5, -1250, 0.01, 7, 7]);
  });

  it("refuses what Number would take, and what is too large for float64", () => {
    const texts = [
      "",
      " ",
      "0x1F",
      "Infinity",
      "-Infinity",
      "1e999",
      "0b1",
      "1_000",
      ".",
      "e5",
      "1e",
      "--1",
      "1 2",
      "1,5",
    ];
    for (const text of texts) expect([text, parseNumber(text, ".")]).toEqual([text, Number.NaN]);
  });

  it("reads a decimal comma only where it is the decimal sign, and then no point", () => {
    expect(parseNumber("-1,5e2", ",")).toBe(-150);
    expect(parseNumber(",25", ",")).toBe(0.25);
    expect(parseNumber("1.5", ",")).toBeNaN();
    expect(parseNumber("1,234,567", ",")).toBeNaN();
  });
});

describe("findDecimal", () => {
  it("takes the comma if more cells have one than a point", () => {
    expect(
      findDecimal([
        ["1,5", "2,25", "3"],
        ["1.5", "x,y"],
      ]),
    ).toBe(",");
    expect(
      findDecimal([
        ["1.5", "2.25"],
        ["1,5", 7, null],
      ]),
    ).toBe(".");
  });

  it("takes the point where nothing tells", () => {
    expect(findDecimal([["1", "2", "a, b"]])).toBe(".");
  });
});
