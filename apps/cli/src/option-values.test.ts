import { describe, expect, it } from "vitest";
import { collect, numberList, positiveNumber, share, unitList, wholeNumber } from "./option-values";

describe("option values", () => {
  it("are read from text", () => {
    expect(wholeNumber(0)("7")).toBe(7);
    expect(positiveNumber("1e-2")).toBe(0.01);
    expect(share("0.2")).toBe(0.2);
    expect(numberList("2, -3.5,1e3")).toEqual([2, -3.5, 1000]);
    expect(unitList("64,32")).toEqual([64, 32]);
    expect(collect("b", collect("a", undefined))).toEqual(["a", "b"]);
  });

  it.each([
    ["wholeNumber", () => wholeNumber(1)("0")],
    ["wholeNumber", () => wholeNumber(0)("1.5")],
    ["wholeNumber", () => wholeNumber(0)("")],
    ["positiveNumber", () => positiveNumber("0")],
    ["positiveNumber", () => positiveNumber("Infinity")],
    ["share", () => share("1")],
    ["share", () => share("-0.1")],
    ["share", () => share("20%")],
    ["numberList", () => numberList("2,,3")],
    ["numberList", () => numberList("a")],
    ["unitList", () => unitList("64,0")],
    ["unitList", () => unitList("6.5")],
  ])("refuse in %s what is none", (_, act) => {
    expect(act).toThrow("It should be");
  });
});
