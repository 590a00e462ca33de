import { describe, expect, it } from "vitest";
import { significant, tabulated } from "./number-text";

// The expected texts are those of C's printf.
describe("significant", () => {
  it.each([
    [330.285, 4, "330.3"],
    [15750.25, 4, "1.575e+04"],
    [4.984e-10, 3, "4.98e-10"],
    [0.00012345, 3, "0.000123"],
    [0.000012345, 3, "1.23e-05"],
    [999.96, 4, "1000."],
    [1e100, 3, "1.00e+100"],
    [1, 3, "1.00"],
    [0, 3, "0.00"],
    [-109.617, 5, "-109.62"],
  ])("prints %s with %i digits as %s", (value, digits, text) => {
    expect(significant(value, digits)).toBe(text.replace(/\.$/, ""));
  });
});

describe("tabulated", () => {
  it.each([
    [15.0618722713733, 4, "15.0619"],
    [-3482258.6, 4, "-3.482e+06"],
    [890420.38, 3, "8.9e+05"],
    [1.34e30, 3, "1.34e+30"],
    [2e30, 3, "2e+30"],
    [-0.00005, 3, "-5e-05"],
    [0.0004298, 3, "0.000"],
    [9999.9996, 3, "10000.000"],
    [0, 4, "0.0000"],
  ])("prints %s with %i decimals as %s", (value, decimals, text) => {
    expect(tabulated(value, decimals)).toBe(text);
  });
});
