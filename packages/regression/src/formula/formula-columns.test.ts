import { describe, expect, it } from "vitest";
import { formulaColumns } from "./formula-columns";

const table = ["y", "a", "b", "c", "odd name"];

describe("formulaColumns", () => {
  it.each([
    ["y ~ a", ["y", "a"]],
    ["log(y + c) ~ 1", ["y", "c"]],
    ["y ~ .", table],
    ["y ~ . - a - `odd name`", ["y", "b", "c"]],
    ["y ~ poly(a, 2) + offset(b) + C(c)", ["y", "a", "b", "c"]],
    ["y ~ (a + b)^2 + I(a * Q('odd name'))", ["y", "a", "b", "odd name"]],
    ["y ~ b * a + elsewhere", ["y", "a", "b"]],
  ])("finds those of %s in the table's order", (formula, columns) => {
    expect(formulaColumns(formula, table)).toEqual(columns);
  });

  it("refuses what is no formula", () => {
    expect(() => formulaColumns("y ~ a +", table)).toThrow(/formula: expected .* at character 8/);
  });
});
