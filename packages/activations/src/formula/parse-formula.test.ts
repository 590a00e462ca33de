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

const functions =
  "abs, sign, floor, sqrt, exp, expm1, log, log1p, sin, cos, atan, tanh, sigmoid, erf, relu, softplus, min, max, pow, clip, where";
const names =
  "The names are x, pi, e; a trained number is declared before the formula with its start value, as in beta = 1; x * sigmoid(beta * x).";
const starts = "Start values are made of numbers, pi and e with + - * /, and end with a semicolon: beta = 1; x * beta.";
const value = "Write a number, x, a function such as tanh(x), or a parenthesis.";
const alphabet = "Formulas are made of numbers, names, + - * / ^, comparisons such as <=, parentheses and commas.";
const twoAtATime = "Compare two things at a time, as in where(0 < x, where(x < 1, a, b), b) for 0 < x < 1.";

describe("a text that is no formula", () => {
  it.each([
    // nothing, or not enough
    ["", `a formula at character 1 of "", got the end of the text. Write one, such as "x * sigmoid(x)".`],
    [" \n", `a formula at character 3 of " \\n", got the end of the text. Write one, such as "x * sigmoid(x)".`],
    ["x +", `a value at character 4 of "x +", got the end of the text. ${value}`],
    ["x + * 2", `a value at character 5 of "x + * 2", got "*". ${value}`],
    ["+x", `a value at character 1 of "+x", got "+". A plus sign stands between two values: leave it out.`],
    ["()", `a value at character 2 of "()", got ")". ${value}`],
    // two values without a sign between them
    ["x x", `an operator at character 3 of "x x", got "x". Write x * x for a product.`],
    ["2x", `an operator at character 2 of "2x", got "x". Write 2 * x for a product.`],
    ["2(x + 1)", `an operator at character 2 of "2(x + 1)", got "(". Write 2 * (…) for a product.`],
    ["(x + 1)x", `an operator at character 8 of "(x + 1)x", got "x". Write (…) * x for a product.`],
    ["x(2)", `an operator at character 2 of "x(2)", got "(". Write x * (…) for a product.`],
    // numbers
    ["1..2", `a number at character 1 of "1..2", got "1..2". Numbers are written as 1, .5, 0.5 or 1e-3.`],
    ["x + .", `a number at character 5 of "x + .", got ".". Numbers are written as 1, .5, 0.5 or 1e-3.`],
    ["0x10 * x", `a number at character 1 of "0x10 * x", got "0x10". Numbers are written as 1, .5, 0.5 or 1e-3.`],
    ["1_000 * x", `a number at character 1 of "1_000 * x", got "1_000". Numbers are written as 1, .5, 0.5 or 1e-3.`],
    [
      "1,5 * x",
      `the end of the formula at character 2 of "1,5 * x", got ",". Decimals take a point: 1.5. A formula is one expression: leave the rest out.`,
    ],
    [
      "tanh(1,5 * x)",
      `")" at character 7 of "tanh(1,5 * x)", got ",". Decimals take a point: 1.5. Close the parenthesis that opens at character 5: tanh(a).`,
    ],
    [
      "1, 5",
      `the end of the formula at character 2 of "1, 5", got ",". A formula is one expression: leave the rest out.`,
    ],
    ["1e999 * x", `a number of at most 1.8e308 at character 1 of "1e999 * x", got "1e999". Write a smaller one.`],
    // parentheses and calls
    ["(x", `")" at character 3 of "(x", got the end of the text. Close the parenthesis that opens at character 1.`],
    ["x)", `the end of the formula at character 2 of "x)", got ")". A formula is one expression: leave the rest out.`],
    ["tanh x", `"(" at character 6 of "tanh x", got "x". Write tanh(a).`],
    [
      "tanh(x, 1)",
      `")" at character 7 of "tanh(x, 1)", got ",". Close the parenthesis that opens at character 5: tanh(a).`,
    ],
    [
      "2 * tanh((x)",
      `")" at character 13 of "2 * tanh((x)", got the end of the text. Close the parenthesis that opens at character 9: tanh(a).`,
    ],
    ["min(x)", `"," at character 6 of "min(x)", got ")". Write min(a, b).`],
    ["clip(x, 1)", `"," at character 10 of "clip(x, 1)", got ")". Write clip(a, low, high).`],
    ["tanh()", `a value at character 6 of "tanh()", got ")". ${value}`],
    // names
    [
      "x * tahn(x)",
      `a function at character 5 of "x * tahn(x)", got "tahn". Did you mean tanh? The functions are ${functions}.`,
    ],
    ["foo_bar(x)", `a function at character 1 of "foo_bar(x)", got "foo_bar". The functions are ${functions}.`],
    [
      "constructor(x)",
      `a function at character 1 of "constructor(x)", got "constructor". The functions are ${functions}.`,
    ],
    ["x * bias", `a name that is known at character 5 of "x * bias", got "bias". ${names}`],
    [
      "beta = 1; x * bata",
      `a name that is known at character 15 of "beta = 1; x * bata", got "bata". Did you mean beta? ${names.replace("e;", "e, beta;")}`,
    ],
    ["__proto__", `a name that is known at character 1 of "__proto__", got "__proto__". ${names}`],
    ["toString", `a name that is known at character 1 of "toString", got "toString". ${names}`],
    ["hasOwnProperty", `a name that is known at character 1 of "hasOwnProperty", got "hasOwnProperty". ${names}`],
    // characters of papers and of other languages
    ["x²", `a number, a name, an operator or a parenthesis at character 2 of "x²", got "²". Write ^2 instead.`],
    ["−x", `a number, a name, an operator or a parenthesis at character 1 of "−x", got "−". Write - instead.`],
    ["x + 🙂", `a number, a name, an operator or a parenthesis at character 5 of "x + 🙂", got "🙂". ${alphabet}`],
    // conditions
    [
      "where(x, 1, 2)",
      `a condition at character 7 of "where(x, 1, 2)", got a number. Compare two numbers, as in where(x > 0, a, b).`,
    ],
    [
      "where(x = 1, 2, 3)",
      `a condition at character 9 of "where(x = 1, 2, 3)", got "=". Write == to compare; trained numbers, as in beta = 1; stand first.`,
    ],
    ["0 < x < 1", `the end of the formula at character 7 of "0 < x < 1", got "<". ${twoAtATime}`],
    ["(x > 0 == 1)", `")" at character 8 of "(x > 0 == 1)", got "==". ${twoAtATime}`],
    [
      "x=1",
      `a new name at character 1 of "x=1", got "x". "x" has a meaning already: choose another, or write == to compare.`,
    ],
    // trained numbers
    ["a = 1 x*a", `";" at character 7 of "a = 1 x*a", got "x". ${starts}`],
    ["a = 2(x)", `";" at character 6 of "a = 2(x)", got "(". ${starts}`],
    ["a = 0,5; a * x", `";" at character 6 of "a = 0,5; a * x", got ",". Decimals take a point: 0.5. ${starts}`],
    ["y = x * 2", `";" at character 10 of "y = x * 2", got the end of the text. Leave "y =" out. ${starts}`],
    ["a.b = 1; x", `a name that is known at character 1 of "a.b = 1; x", got "a.b". Names have no point in them.`],
    ["beta = 1", `";" at character 9 of "beta = 1", got the end of the text. ${starts}`],
    [
      "beta = 1;",
      `a formula at character 10 of "beta = 1;", got the end of the text. Write one, such as "x * sigmoid(x)".`,
    ],
    [
      "b = x; b * x",
      `a finite number at character 5 of "b = x; b * x", got what is known only when it is computed. ${starts}`,
    ],
    [
      "b = 2^2; b * x",
      `a finite number at character 5 of "b = 2^2; b * x", got what is known only when it is computed. ${starts}`,
    ],
    ["b = 1/0; b * x", `a finite number at character 5 of "b = 1/0; b * x", got Infinity. ${starts}`],
    [
      "x = 1; x",
      `a new name at character 1 of "x = 1; x", got "x". "x" has a meaning already: choose another, or write == to compare.`,
    ],
    [
      "exp = 1; x",
      `a new name at character 1 of "exp = 1; x", got "exp". "exp" has a meaning already: choose another, or write == to compare.`,
    ],
    [
      "b = 1; b = 2; b * x",
      `a new name at character 8 of "b = 1; b = 2; b * x", got "b". "b" has a meaning already: choose another, or write == to compare.`,
    ],
    [
      "b = 1; x",
      `"b" to be used at character 1 of "b = 1; x", got no use of it. Leave its declaration out, or use it.`,
    ],
    ["x;", `the end of the formula at character 2 of "x;", got ";". A formula is one expression: leave the rest out.`],
    // a formula that does not depend on its input
    ["3", `x somewhere at character 1 of "3", got a formula without it. The answer has to depend on the input: use x.`],
    [
      "b = 1; b",
      `x somewhere at character 8 of "b = 1; b", got a formula without it. The answer has to depend on the input: use x.`,
    ],
  ])("is refused with the place and what to write: %s", (text, message) => {
    expect(refusal(text)).toMatchObject({ code: "bad-formula", message: `formula: expected ${message}` });
  });

  it("is shown around the place only, however long it is", () => {
    expect(refusal(`${"x + ".repeat(20)}y${" + x".repeat(20)}`)?.message).toBe(
      `formula: expected a name that is known at character 81 of "… + x + x + x + y + x + x + x + x + x + x…", got "y". Did you mean x? ${names}`,
    );
    expect(refusal(`${"a".repeat(1000)}(x)`)?.message).toContain(`got "${"a".repeat(30)}…"`);
  });
});

describe("white space", () => {
  it("may be of any kind: what a copy from a page or a file brings along does no harm", () => {
    expect(refusal("\ufeffx\u00a0*\u2009tanh(\tx\r\n)\u3000")).toBeUndefined();
  });
});

describe("the limits of a formula", () => {
  it("are 2000 characters", () => {
    expect(refusal(`x${" ".repeat(1999)}`)).toBeUndefined();
    expect(refusal(`x${" ".repeat(2000)}`)?.message).toMatch(
      /^formula: expected the end after 2000 characters at most at character 2001 of ".*", got 2001 characters\. /,
    );
    expect(refusal("(".repeat(10_000))?.message).toContain("got 10000 characters");
    expect(stepsFor("(".repeat(10_000))).toBe(0);
  });

  it.each([
    ["parentheses", (n: number) => `${"(".repeat(n)}x${")".repeat(n)}`],
    ["calls", (n: number) => `${"abs(".repeat(n)}x${")".repeat(n)}`],
    ["signs", (n: number) => `${"-".repeat(n)}x`],
    ["powers", (n: number) => `x${"^x".repeat(n)}`],
  ])("are 100 %s inside of one another", (_what, nested) => {
    expect(refusal(nested(100))).toBeUndefined();
    expect(refusal(nested(101))?.message).toMatch(
      /^formula: expected at most 100 parentheses, calls, signs and powers inside of one another at character \d+ of /,
    );
    expect(refusal(nested(450))?.code).toBe("bad-formula");
  });

  it("do not count what stands side by side", () => {
    expect(refusal(Array.from({ length: 500 }, () => "(x)").join("+"))).toBeUndefined();
  });
});

/** Words of the language, and some that are not. */
const words = fc.constantFrom(
  ..."x pi e beta y Math.tanh 1 2.5 .5 1e-3 1e 1.. 0x1 and ! && => + - * / ^ ( ) , ; = == != < <= > >= tanh sigmoid where min clip softplus __proto__ constructor".split(
    " ",
  ),
  ..." |\n|é|🙂|\ud800|#|²|\0".split("|"),
);
const soup = fc.array(words, { maxLength: 60 }).chain((list) => fc.constantFrom(list.join(""), list.join(" ")));
/** Formulas in which one place was overwritten. */
const slips = fc
  .tuple(
    fc.constantFrom("beta = 1; x * sigmoid(beta*x)", "where(x < 0, -x^2, x/2)", "min(x, 1) - 2"),
    fc.nat(30),
    fc.nat(2),
    words,
  )
  .map(([text, at, length, word]) => `${text.slice(0, at)}${word}${text.slice(at + length)}`);
const anything = fc.oneof(
  soup,
  slips,
  fc.string({ unit: "binary", maxLength: 300 }),
  fc.string({ unit: "grapheme-ascii", maxLength: 2100 }),
);

describe("any text", () => {
  it("is a formula, or refused with the place at which it stops being one", () => {
    let formulas = 0;
    fc.assert(
      fc.property(anything, (text) => {
        const error = refusal(text);
        if (!error) {
          formulas++;
          return;
        }
        expect(error.code).toBe("bad-formula");
        const place = Number(/ at character (\d+) of "/.exec(error.message)?.[1]);
        expect(place).toBeGreaterThanOrEqual(1);
        expect(place).toBeLessThanOrEqual(text.length + 1);
      }),
      { numRuns: 3000, seed: 1 },
    );
    expect(formulas).toBeGreaterThan(40);
  });

  it("costs the parser at most ten steps a character", () => {
    fc.assert(
      fc.property(anything, (text) => {
        expect(stepsFor(text)).toBeLessThanOrEqual(10 * (text.length + 1));
      }),
      { numRuns: 3000, seed: 2 },
    );
    for (const part of [
      "x+",
      "x-1*",
      "(",
      "abs(",
      "-",
      "x^",
      "1 ",
      "x<",
      "min(x,",
      "a=1;",
      "..",
      " ",
      "a.",
      "0x",
      "1,5",
      "x and ",
    ]) {
      const long = part.repeat(Math.floor(2000 / part.length));
      expect(stepsFor(long), part).toBeLessThanOrEqual(10 * long.length);
    }
    expect(stepsFor("x*x")).toBeGreaterThan(3);
  });
});
