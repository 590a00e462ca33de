import { NeuriteError } from "@neurite/tensor";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseFormula } from "./parse-formula";

/** What a text is refused with; undefined where it is a formula. */
function refusal(text: string): NeuriteError | undefined {
  try {
    parseFormula(text);
  } catch (error) {
    if (error instanceof NeuriteError) return error;
    throw error;
  }
  return undefined;
}

/** The steps that the parser takes for a text, refused or not. */
function stepsFor(text: string): number {
  const count = { steps: 0 };
  try {
    parseFormula(text, count);
  } catch {
    // how far it came is what is asked
  }
  return count.steps;
}

const functions = "I, abs, sqrt, exp, expm1, log, log1p, log2, log10, sin, cos, tan, atan, tanh, sign, floor";
const term = "Write a column, a function such as log(x) or I(x^2), 1, 0 or a parenthesis.";
const value = "Write a column, a number, a function such as log(x), or a parenthesis.";
const arithmetic = "Write I(…) for arithmetic, as in I(2 * x); of numbers, terms know 1 and 0 for the intercept.";
const polynomial = "Write poly(x, 2), or poly(x, 2, raw = TRUE).";
const treatment = `Write C(c), or C(c, Treatment(reference="a")).`;
const words = "a column, a number, an operator or a parenthesis";
const alphabet =
  "Formulas are made of columns, functions and numbers with ~ + - * / : ^ %in% and parentheses; odd column names stand in backticks.";

describe("a text that is no formula", () => {
  it.each([
    // nothing, or not enough
    ["", `a formula at character 1 of "", got the end of the text. Write one, such as "y ~ x".`],
    ["y", `"~" at character 2 of "y", got the end of the text. Write the target, ~ and the terms, as in "y ~ x".`],
    ["~ x", `a target at character 1 of "~ x", got "~". Write it first, as in "y ~ x".`],
    ["y ~", `a term at character 4 of "y ~", got the end of the text. ${term}`],
    ["y ~ x +", `a term at character 8 of "y ~ x +", got the end of the text. ${term}`],
    ["y ~ x + * z", `a term at character 9 of "y ~ x + * z", got "*". ${term}`],
    ["y ~ x:-z", `a term at character 7 of "y ~ x:-z", got "-". ${term}`],
    ["y ~ ()", `a term at character 6 of "y ~ ()", got ")". ${term}`],
    [
      "y ~ x ~ z",
      `the end of the formula at character 7 of "y ~ x ~ z", got "~". One ~ parts the target from the terms: leave this one out.`,
    ],
    ["y = x", `"~" at character 3 of "y = x", got "=". Write the target, ~ and the terms, as in "y ~ x".`],
    // two terms without a sign between them
    [
      "y ~ x z",
      `an operator at character 7 of "y ~ x z", got "z". Write + z for another term, * z for a product inside of I(…).`,
    ],
    [
      "y ~ I(2x)",
      `an operator at character 8 of "y ~ I(2x)", got "x". Write + x for another term, * x for a product inside of I(…).`,
    ],
    // numbers
    ["y ~ 2", `a term at character 5 of "y ~ 2", got "2". ${arithmetic}`],
    ["y ~ 2 * x", `a term at character 5 of "y ~ 2 * x", got "2". ${arithmetic}`],
    ["y ~ x * 1", `a term at character 9 of "y ~ x * 1", got "1". ${arithmetic}`],
    ["y ~ 1 / x", `a term at character 5 of "y ~ 1 / x", got "1". ${arithmetic}`],
    ["y ~ x:0", `a term at character 7 of "y ~ x:0", got "0". ${arithmetic}`],
    ["y ~ 1^2", `a term at character 5 of "y ~ 1^2", got "1". ${arithmetic}`],
    ["y ~ I(1..2)", `a number at character 7 of "y ~ I(1..2)", got "1..2". Numbers are written as 1, .5, 0.5 or 1e-3.`],
    ["y ~ I(1e999)", `a number of at most 1.8e308 at character 7 of "y ~ I(1e999)", got "1e999". Write a smaller one.`],
    [
      "y ~ x^z",
      `a whole number from 1 at character 7 of "y ~ x^z", got "z". A power of terms, as in (a + b)^2, is their interactions; write I(x^2) for a power of numbers.`,
    ],
    [
      "y ~ (a + b)^0.5",
      `a whole number from 1 at character 13 of "y ~ (a + b)^0.5", got "0.5". A power of terms, as in (a + b)^2, is their interactions; write I(x^2) for a power of numbers.`,
    ],
    // parentheses and calls
    [
      "y ~ (x",
      `")" at character 7 of "y ~ (x", got the end of the text. Close the parenthesis that opens at character 5.`,
    ],
    ["y ~ x)", `the end of the formula at character 6 of "y ~ x)", got ")". Leave the rest out.`],
    ["y ~ log()", `a value at character 9 of "y ~ log()", got ")". ${value}`],
    [
      "y ~ log(x, 2)",
      `")" at character 10 of "y ~ log(x, 2)", got ",". Close the parenthesis that opens at character 8.`,
    ],
    ["y ~ I(x:z)", `")" at character 8 of "y ~ I(x:z)", got ":". Close the parenthesis that opens at character 6.`],
    ["y ~ I(.)", `a value at character 7 of "y ~ I(.)", got ".". ${value}`],
    [
      "y ~ I(poly(x, 2))",
      `arithmetic at character 7 of "y ~ I(poly(x, 2))", got "poly". poly(…) is a term of its own: write it beside the others, as in y ~ x + poly(…).`,
    ],
    ["y ~ poly(x)", `"," at character 11 of "y ~ poly(x)", got ")". ${polynomial}`],
    ["y ~ poly(x, 0)", `a degree from 1 to 100 at character 13 of "y ~ poly(x, 0)", got "0". ${polynomial}`],
    ["y ~ poly(x, 1e9)", `a degree from 1 to 100 at character 13 of "y ~ poly(x, 1e9)", got "1e9". ${polynomial}`],
    ["y ~ poly(x, z)", `a degree from 1 to 100 at character 13 of "y ~ poly(x, z)", got "z". ${polynomial}`],
    ["y ~ poly(x, 2, row)", `raw at character 16 of "y ~ poly(x, 2, row)", got "row". ${polynomial}`],
    ["y ~ poly(x, 2, raw = 1)", `TRUE or FALSE at character 22 of "…ly(x, 2, raw = 1)", got "1". ${polynomial}`],
    ["y ~ C(x + z)", `")" at character 9 of "y ~ C(x + z)", got "+". Close the parenthesis that opens at character 6.`],
    ["y ~ C(1)", `a column at character 7 of "y ~ C(1)", got "1". Name one, in backticks where it is no plain name.`],
    ["y ~ C(c, Sum)", `Treatment at character 10 of "y ~ C(c, Sum)", got "Sum". ${treatment}`],
    ["y ~ C(c, Treatment(b))", `a level at character 20 of "…C(c, Treatment(b))", got "b". ${treatment}`],
    ["y ~ Q(x)", `a text at character 7 of "y ~ Q(x)", got "x". Write Q("column name").`],
    // functions
    [
      "y ~ lgo(x)",
      `a function at character 5 of "y ~ lgo(x)", got "lgo". Did you mean log? The functions are ${functions}, C, factor, poly, offset.`,
    ],
    [
      "y ~ ploy(x, 2)",
      `a function at character 5 of "y ~ ploy(x, 2)", got "ploy". Did you mean poly? The functions are ${functions}, C, factor, poly, offset.`,
    ],
    [
      "y ~ np.sqrtt(x)",
      `a function at character 5 of "y ~ np.sqrtt(x)", got "np.sqrtt". Did you mean sqrt? The functions are ${functions}, C, factor, poly, offset.`,
    ],
    [
      "y ~ I(constructor(x))",
      `a function at character 7 of "y ~ I(constructor(x))", got "constructor". The functions are ${functions}.`,
    ],
    [
      "__proto__(y) ~ x",
      `a function at character 1 of "__proto__(y) ~ x", got "__proto__". The functions are ${functions}.`,
    ],
    // characters of papers and of other languages, and quotation marks that stay open
    ["y ~ x²", `${words} at character 6 of "y ~ x²", got "²". Write I(x^2) for a square.`],
    ["y ~ x − z", `${words} at character 7 of "y ~ x − z", got "−". Write - instead.`],
    ["y ~ 🙂", `${words} at character 5 of "y ~ 🙂", got "🙂". ${alphabet}`],
    ["y ~ x | g", `${words} at character 7 of "y ~ x | g", got "|". ${alphabet}`],
    ["y ~ `odd name", `${words} at character 5 of "y ~ \`odd name", got "\`". Close the name with another \`.`],
    ["y ~ Q('odd", `${words} at character 7 of "y ~ Q('odd", got "'". Close the text with another '.`],
  ])("such as %j is refused with its place", (text, message) => {
    expect(refusal(text)?.code).toBe("bad-formula");
    expect(refusal(text)?.message).toBe(`formula: expected ${message}`);
  });

  it("may be nested 100 deep and no deeper, however it nests", () => {
    const nest = (depth: number) => [
      `y ~ ${"(".repeat(depth)}x${")".repeat(depth)}`,
      `y ~ ${"log(".repeat(depth)}x${")".repeat(depth)}`,
      `y ~ I(${"-".repeat(depth - 1)}x)`,
      `y ~ I(x${"^x".repeat(depth - 1)})`,
      `${"(".repeat(depth)}y${")".repeat(depth)} ~ x`,
    ];
    expect(nest(100).map(refusal)).toEqual([undefined, undefined, undefined, undefined, undefined]);
    for (const text of nest(101)) {
      expect(refusal(text)?.message, text).toContain(
        "expected at most 100 parentheses, calls, signs and powers inside of one another",
      );
    }
    expect(nest(4000).map((text) => refusal(text)?.code)).toEqual(Array(5).fill("bad-formula"));
  });

  it("may have 10000 characters and no more", () => {
    expect(refusal(`y ~ x${" + x".repeat(2498)}`)).toBeUndefined();
    expect(refusal(`y ~ ${" ".repeat(10_000)}x`)?.message).toContain(
      "expected the end after 10000 characters at most at character 10001",
    );
  });

  it("costs a fixed number of steps a character, whatever the text", () => {
    const parts = [
      "y ~ ",
      "x",
      "(",
      ")",
      "+",
      "-",
      ":",
      "*",
      "**",
      "^2",
      "%in%",
      "%",
      "I(",
      "poly(x, 2)",
      "C(",
      ".",
      "`",
      "'",
      ",",
      " ",
      "1",
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...parts), { maxLength: 400 }), (words) => {
        const text = `y ~ ${words.join("")}`;
        expect(stepsFor(text)).toBeLessThanOrEqual(12 * text.length + 30);
      }),
      { numRuns: 1000, seed: 1 },
    );
    // names of nested calls would be written down over and over if only their length counted
    expect(stepsFor(`y ~ ${"log(".repeat(100)}x${")".repeat(100)}`)).toBeLessThanOrEqual(12 * 505);
  });

  it("is refused with a NeuriteError and nothing else", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60, unit: "grapheme" }), fc.string({ maxLength: 20 }), (right, left) => {
        refusal(`${left}~${right}`);
        refusal(`y ~ ${right}`);
      }),
      { numRuns: 2000, seed: 1 },
    );
  });
});

describe("the name of a target", () => {
  it.each([
    ["y~x", "y"],
    ["log( y+1 )~x", "log(y + 1)"],
    ["np.log(y)~x", "np.log(y)"],
    ["I(y^2)~x", "I(y^2)"],
    ["I(y**2)~x", "I(y ** 2)"],
    ["-y*-2~x", "-y * -2"],
    ["`odd name`/10~x", "`odd name` / 10"],
    ["Δy.1_b~x", "Δy.1_b"],
  ])("of %s is %s, spaced as statsmodels and R do", (text, name) => {
    expect(parseFormula(text).target.name).toBe(name);
  });
});
