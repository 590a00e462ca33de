import { describe, expect, it } from "vitest";
import { baselineFormula, formulaName } from "./baseline-formula";
import type { CategoryEncoder, InputEncoder, TargetEncoder } from "./encoder";

const number: InputEncoder = { kind: "number", column: "age", mean: 1, deviation: 1, median: 1, missing: false };
const truth: InputEncoder = { kind: "boolean", column: "home owner", share: 0.5, missing: false };
const category = (levels: readonly string[], more: Partial<CategoryEncoder> = {}): InputEncoder => {
  const counts = levels.map(() => 1);
  return { kind: "category", column: "job", form: "oneHot", levels, counts, other: false, ...more };
};
const y: TargetEncoder = { task: "regression", column: "y", mean: 0, deviation: 1 };
const formulaOf = (inputs: readonly InputEncoder[], target: TargetEncoder = y) =>
  baselineFormula({ version: 1, inputs, target });

describe("the formula of a straight line", () => {
  it("adds up the columns that vary, odd names in backticks", () => {
    const constant: InputEncoder = { ...number, column: "always", deviation: 0 };
    expect(formulaOf([number, constant, truth, category(["clerk", "cook"])])).toBe("y ~ age + `home owner` + job");
    expect(formulaOf([constant])).toBe("y ~ 1");
  });

  it("makes factors of levels that are numbers, with the level as reference that the line has", () => {
    expect(formulaOf([category(["1", "2", "3"])])).toBe("y ~ C(job)");
    // as text "10" comes before "2"
    expect(formulaOf([category(["10", "2"])])).toBe('y ~ C(job, Treatment("10"))');
    expect(formulaOf([category(["1", "x"])])).toBe("y ~ C(job)");
  });

  it.each<[string, InputEncoder]>([
    ["missing numbers", { ...number, missing: true }],
    ["missing truths", { ...truth, missing: true }],
    ["rare or missing levels", category(["a", "b"], { other: true })],
    ["embedded levels", category(["a", "b"], { form: "embedding" })],
    ["dates", { ...number, kind: "date", order: "dmy", cycles: [] }],
    ["a column called like the intercept", { ...number, column: "Intercept" }],
    ["a text that is too long to be read", { ...number, column: "x".repeat(10_000) }],
  ])("is none for %s", (_, input) => {
    expect(formulaOf([number, input])).toBeNull();
  });

  it("is there for classes of 0 and 1 alone", () => {
    const classes = (kind: "number" | "category", labels: readonly string[]) =>
      formulaOf([number], { task: "classification", column: "y", kind, labels });
    expect(classes("number", ["0", "1"])).toBe("y ~ age");
    expect(classes("number", ["1", "2"])).toBeNull();
    expect(classes("category", ["no", "yes"])).toBeNull();
  });
});

describe("formulaName", () => {
  it.each([
    ["temp_2", "temp_2"],
    ["2temp", "`2temp`"],
    ["__proto__", "__proto__"],
    ["a`b", 'Q("a`b")'],
    ['a`"\\', 'Q("a`\\"\\\\")'],
  ])("writes %s as %s", (name, text) => {
    expect(formulaName(name)).toBe(text);
  });
});
