// What the operators come to: the rules of R's help pages `formula` and `terms.formula`, and of Chambers and Hastie, Statistical Models
// in S, 2.4.
import { describe, expect, it } from "vitest";
import { expandTerms } from "./expand-terms";
import { parseFormula } from "./parse-formula";

/** The terms as R labels them, the intercept as 1 or 0 in front, offsets at the end. */
function terms(text: string, columns: readonly string[] = []): string {
  const { intercept, terms, offsets } = expandTerms(parseFormula(text), columns);
  const labels = terms.map((term) => term.map(({ name }) => name).join(":"));
  return [intercept ? "1" : "0", ...labels, ...offsets.map(({ name }) => name)].join(" + ");
}

describe("the operators of a formula", () => {
  it.each([
    // R: "a*b interpreted as a + b + a:b"
    ["y ~ a*b", "1 + a + b + a:b"],
    ["y ~ a*b*c", "1 + a + b + c + a:b + a:c + b:c + a:b:c"],
    // R: "(a+b+c)^2 … main effects for a, b and c together with their second-order interactions"
    ["y ~ (a + b + c)^2", "1 + a + b + c + a:b + a:c + b:c"],
    ["y ~ (a + b + c)**2", "1 + a + b + c + a:b + a:c + b:c"],
    ["y ~ (a + b + c)^3", "1 + a + b + c + a:b + a:c + b:c + a:b:c"],
    ["y ~ (a + b)^100", "1 + a + b + a:b"],
    ["y ~ x^2", "1 + x"],
    // R: "a + b %in% a expands to the formula a + a:b"; "/ … shorthand, so that a / b is equivalent to a + b %in% a"
    ["y ~ a + b %in% a", "1 + a + a:b"],
    ["y ~ a / b", "1 + a + a:b"],
    ["y ~ a / b / c", "1 + a + a:b + a:b:c"],
    ["y ~ (a + b) / c", "1 + a + b + a:b:c"],
    ["y ~ a / (b + c)", "1 + a + a:b + a:c"],
    ["y ~ c %in% (a + b)", "1 + a:b:c"],
    // R: "(a+b+c)^2 - a:b is identical to a + b + c + b:c + a:c"
    ["y ~ (a+b+c)^2 - a:b", "1 + a + b + c + a:c + b:c"],
    ["y ~ a*b - a:b", "1 + a + b"],
    ["y ~ a*b - b:a", "1 + a + b"],
    ["y ~ a*b - (a + b)", "1 + a:b"],
    ["y ~ a + b - c", "1 + a + b"],
    ["y ~ -a + b", "1 + b"],
    // R: "y ~ x - 1 is a line through the origin … y ~ x + 0 or y ~ 0 + x"
    ["y ~ x - 1", "0 + x"],
    ["y ~ x + 0", "0 + x"],
    ["y ~ 0 + x", "0 + x"],
    ["y ~ -1 + x", "0 + x"],
    ["y ~ x + -1", "0 + x"],
    ["y ~ x - 1 + 1", "1 + x"],
    ["y ~ x - 0", "1 + x"],
    ["y ~ 1", "1"],
    ["y ~ (a + b - 1)^2", "0 + a + b + a:b"],
    // each term once, those of fewer variables first, their variables as they were written first
    ["y ~ a + a + b + a", "1 + a + b"],
    ["y ~ a:b:c + b:a + c + a:b", "1 + c + b:a + a:b:c"],
    ["y ~ a:a", "1 + a"],
    ["y ~ log(x) + log( x )", "1 + log(x)"],
    ["y ~ `a` + a + Q('a')", "1 + a"],
    // ":" binds tighter than "%in%", and that tighter than "*"
    ["y ~ a*b:c", "1 + a + b:c + a:b:c"],
    ["y ~ a*b %in% c", "1 + a + c:b + a:c:b"],
    ["y ~ d + offset(log(n)) + a", "1 + d + a + offset(log(n))"],
    ["y ~ a - offset(n)", "1 + a"],
  ])("%s is %s", (text, expected) => {
    expect(terms(text)).toBe(expected);
  });

  it("takes a point for all columns that the target does not use", () => {
    expect(terms("y ~ .", ["a", "y", "odd name", "b"])).toBe("1 + a + `odd name` + b");
    expect(terms("log(y / n) ~ . - b", ["a", "y", "n", "b"])).toBe("1 + a");
    expect(terms("y ~ .^2", ["a", "b", "y"])).toBe("1 + a + b + a:b");
    expect(terms("y ~ b + .", ["a", "b"])).toBe("1 + b + a");
    expect(terms("y ~ .", ["__proto__", "y"])).toBe("1 + __proto__");
  });

  it("refuses a formula that asks for more terms than anyone can look at", () => {
    const letters = Array.from({ length: 30 }, (_, i) => `x${i}`);
    expect(() => terms(`y ~ (${letters.join("+")})^5`)).toThrow(
      'formula: expected operators that come to 10000 terms at most at character 116 of "…26+x27+x28+x29)^5", got more. Name the terms that matter.',
    );
    expect(() => terms(`y ~ ${letters.join("*")}`)).toThrow("10000 terms at most");
    expect(() => terms(`y ~ ${"(".repeat(50)}a${")^2".repeat(50)}`)).not.toThrow();
    const many = Array.from({ length: 2000 }, (_, i) => `c${i}`);
    expect(() => terms("y ~ .^2", many)).toThrow("10000 terms at most");
    expect(terms("y ~ .", many).length).toBe(14_891);
  });

  it("refuses what has no meaning: the target as a term, an offset in a product, nothing at all", () => {
    expect(() => terms("y ~ x + y")).toThrow(
      'formula: expected a term other than the target at character 9 of "y ~ x + y", got "y". What is to be explained cannot explain itself: leave it out on one side.',
    );
    expect(() => terms("y ~ a * offset(x)")).toThrow(
      'formula: expected an offset that stands alone at character 9 of "y ~ a * offset(x)", got "a:offset(x)". An offset has no coefficient: add it, as in y ~ x + offset(z).',
    );
    for (const text of ["y ~ 0", "y ~ a - a - 1", "y ~ 0 + offset(x)"]) {
      expect(() => terms(text), text).toThrow("expected a term or the intercept");
    }
  });
});
