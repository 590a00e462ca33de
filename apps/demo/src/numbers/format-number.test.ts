import { expect, it } from "vitest";
import { formatNumber, formatShort, formatSigned } from "./format-number";

it.each([
  [1.2382242, 4, "1.2382"],
  [-0.034, 2, "−0.03"],
  [-0.0001, 2, "0.00"],
  [17379, 0, "17\u202f379"],
  [1234.5, 1, "1234.5"],
  [Number.NaN, 2, "not a number"],
])("writes %d with %d digits", (value, digits, text) => {
  expect(formatNumber(value, digits)).toBe(text);
});

it("writes signs where a number is added", () => {
  expect([formatSigned(3, 0), formatSigned(-1, 0), formatSigned(0, 0)]).toEqual(["+3", "−1", "+0"]);
});

it.each([
  [0.0009118, "0.0009118"],
  [5, "5"],
  [1.5e11, "150\u202f000\u202f000\u202f000"],
  [3.14e23, "3.14·10²³"],
  [-2e-8, "−2·10⁻⁸"],
])("writes %d shortly", (value, text) => {
  expect(formatShort(value)).toBe(text);
});
