import { describe, expect, it } from "vitest";
import { doubleDouble } from "../linear-algebra/double-double";
import { parseDecimal } from "./parse-decimal";

const read = (text: string) => parseDecimal(text) ?? doubleDouble(Number.NaN);

describe("parseDecimal", () => {
  it("gives the float64 and what it misses of the text", () => {
    // 0.1 in float64 is 0.1000000000000000055511151231257827021181583404541015625.
    expect(read("0.1")).toEqual({ high: 0.1, low: -5.551115123125783e-18 });
    expect(read(" -.1 ")).toEqual({ high: -0.1, low: 5.551115123125783e-18 });
    // The same by the path for long texts.
    expect(read("0.1000000000000000000")).toEqual({ high: 0.1, low: -5.551115123125783e-18 });
    expect(read("1e-1")).toEqual({ high: 0.1, low: -5.551115123125783e-18 });
    // 2^53 + 1 is the first whole number that float64 lacks.
    expect(read("9007199254740993")).toEqual({ high: 9007199254740992, low: 1 });
    expect(read("123")).toEqual({ high: 123, low: 0 });
    expect(read("+5.")).toEqual({ high: 5, low: 0 });
    expect(read("-0.000001").high).toBe(-1e-6);
    expect(read("1e22")).toEqual({ high: 1e22, low: 0 });
    // 1e23 in float64 is 99999999999999991611392.
    expect(read("1e23")).toEqual({ high: 1e23, low: 8388608 });
  });

  it("is at home at both ends of float64's range and in long texts", () => {
    expect(read("1.7976931348623157e308")).toEqual({ high: Number.MAX_VALUE, low: expect.any(Number) });
    expect(read("1e305").low).toBe(Number(10n ** 305n - BigInt(1e305)));
    expect(read("5e-324").high).toBe(5e-324);
    expect(read("1e-400")).toEqual({ high: 0, low: 0 });
    expect(read("0e99999999999")).toEqual({ high: 0, low: 0 });
    const long = `0.${"0".repeat(100_000)}3e100001`;
    expect(read(long)).toEqual({ high: 3, low: 0 });
    expect(read(`1.${"3".repeat(100_000)}`).high).toBe(4 / 3);
  });

  it("refuses what is no finite decimal number", () => {
    for (const text of [
      "",
      " ",
      "0x10",
      "Infinity",
      "NaN",
      "1e999",
      "12 m",
      "--1",
      "1,5",
      ".",
      "+",
      "-.",
      "1.2.3",
      "e5",
      "1e",
    ]) {
      expect(parseDecimal(text)).toBeUndefined();
    }
  });
});
