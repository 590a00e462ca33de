import { describe, expect, it } from "vitest";
import { counted, countText, shortNumber } from "./short-number";

describe("shortNumber", () => {
  it.each([
    [0.913449, "0.9134"],
    [1.5, "1.5"],
    [-141.2345, "-141.2"],
    [123456.7, "123457"],
    [1e-7, "1e-7"],
    [12, "12"],
    [0, "0"],
  ])("writes %d as %s", (value, text) => {
    expect(shortNumber(value)).toBe(text);
  });
});

describe("countText", () => {
  it("puts commas between thousands", () => {
    expect([0, 999, 1000, 17379, 1234567].map(countText)).toEqual(["0", "999", "1,000", "17,379", "1,234,567"]);
  });
});

describe("counted", () => {
  it("agrees with its noun", () => {
    expect([0, 1, 2].map((n) => counted(n, "row"))).toEqual(["no rows", "1 row", "2 rows"]);
    expect(counted(2, "category", "categories")).toBe("2 categories");
  });
});
