import { describe, expect, it } from "vitest";
import { hasDecimalComma, withDecimalPoint } from "./decimal-comma";

describe("hasDecimalComma", () => {
  it("goes by what more cells say", () => {
    expect(hasDecimalComma([["1,5", "2,5", "x"], ["1.5"]], ";")).toBe(true);
    expect(hasDecimalComma([["1,5"], ["1.5"], ["2.5"]], ";")).toBe(false);
    expect(hasDecimalComma([["1", "2"]], ";")).toBe(false);
  });

  it("takes points between thousands for no decimal points", () => {
    expect(hasDecimalComma([["1,5"], ["1.500"], ["2.500"]], ";")).toBe(true);
  });
});

describe("withDecimalPoint", () => {
  it("turns decimal commas and thousands points of a column", () => {
    expect(withDecimalPoint(["1,5", "-2,25", "1.234,5", "1.234", ",5", "1,5e-3", "x,y", "", "7"])).toEqual([
      "1.5",
      "-2.25",
      "1234.5",
      "1234",
      ".5",
      "1.5e-3",
      "x,y",
      "",
      "7",
    ]);
  });

  it("leaves a column of text alone", () => {
    expect(withDecimalPoint(["1,5", "small", "large"])).toEqual(["1,5", "small", "large"]);
  });

  it("leaves a column without decimal commas alone", () => {
    expect(withDecimalPoint(["1.234", "2"])).toEqual(["1.234", "2"]);
  });
});
