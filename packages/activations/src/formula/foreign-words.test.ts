// What people bring from JavaScript, Python, spreadsheets and papers is answered by what to write here, and that computes what they meant.
import { describe, expect, it } from "vitest";
import { activationsPlugin } from "../activations-plugin";
import { parseActivation } from "../parse-activation";
import { distance, valuesOf } from "../run-activation";
import { activationFormulas } from "./activation-formulas";
import { foreignFunctions } from "./foreign-functions";

import { functions } from "./functions";
import { remedyForOperator } from "./remedy-for-operator";

function refusal(text: string): string {
  try {
    parseActivation(text);
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error(`${text} is a formula.`);
}

const choice = "Write where(x > 0, a, b) for a where x > 0 and b elsewhere.";
const both = "Write (x > 0) * (x < 1) == 1 for both, or where(x > 0, where(x < 1, a, b), b).";
const either = "Write (x < 0) + (x > 1) > 0 for either, or where(x < 0, a, where(x > 1, a, b)).";
const opposite = "Write the opposite comparison, such as x <= 0 instead of not x > 0.";
const whole = "That is an activation of its own, and no formula: use it in place of one.";
const alphabet = "a number, a name, an operator or a parenthesis";

describe("what other languages write", () => {
  it.each([
    ["where(x>0 and x<1, x, 0)", `an operator at character 11 of "where(x>0 and x<1, x, 0)", got "and". ${both}`],
    ["AND(x > 0, x < 1)", `a function at character 1 of "AND(x > 0, x < 1)", got "AND". ${both}`],
    ["x > 0 && x < 1", `${alphabet} at character 7 of "x > 0 && x < 1", got "&&". ${both}`],
    ["(x > 0) & (x < 1)", `${alphabet} at character 9 of "(x > 0) & (x < 1)", got "&". ${both}`],
    ["x < 0 or (x > 1)", `an operator at character 7 of "x < 0 or (x > 1)", got "or". ${either}`],
    ["x < 0 || x > 1", `${alphabet} at character 7 of "x < 0 || x > 1", got "||". ${either}`],
    [
      "|x|",
      `${alphabet} at character 1 of "|x|", got "|". Write abs(a) for |a|; for either write (x < 0) + (x > 1) > 0, or where(x < 0, a, where(x > 1, a, b)).`,
    ],
    ["!(x > 0)", `${alphabet} at character 1 of "!(x > 0)", got "!". ${opposite}`],
    ["not x > 0", `a name that is known at character 1 of "not x > 0", got "not". ${opposite}`],
    ["x > 0 ? x : 0", `${alphabet} at character 7 of "x > 0 ? x : 0", got "?". ${choice}`],
    ["if(x>0,x,0)", `a function at character 1 of "if(x>0,x,0)", got "if". ${choice}`],
    ["x if x > 0 else 0", `an operator at character 3 of "x if x > 0 else 0", got "if". ${choice}`],
    ["IIF(x>0,x,0)", `a function at character 1 of "IIF(x>0,x,0)", got "IIF". Write where(condition, a, b).`],
    ["x=<1", `${alphabet} at character 2 of "x=<1", got "=<". Write <= instead.`],
    [
      "x=>1",
      `${alphabet} at character 2 of "x=>1", got "=>". Write >= to compare; a formula is only what stands behind an arrow.`,
    ],
    ["x === 1", `${alphabet} at character 3 of "x === 1", got "===". Write == instead.`],
    ["x <> 1", `${alphabet} at character 3 of "x <> 1", got "<>". Write != instead.`],
    ["x ** 2", `${alphabet} at character 3 of "x ** 2", got "**". Write ^ for a power: x^2.`],
    ["x // 2", `${alphabet} at character 3 of "x // 2", got "//". Write floor(a / b) for a / b without its rest.`],
    [
      "β * x",
      `${alphabet} at character 1 of "β * x", got "β". Names are made of the letters from a to z, digits and _: write beta for β.`,
    ],
    ["ln(x)", `a function at character 1 of "ln(x)", got "ln". Write log(a).`],
    ["LN(x)", `a function at character 1 of "LN(x)", got "LN". Write log(a).`],
    ["x * power(x, 2)", `a function at character 5 of "x * power(x, 2)", got "power". Write pow(a, b).`],
    ["Math.tanh(x)", `a function at character 1 of "Math.tanh(x)", got "Math.tanh". Write tanh, without "Math.".`],
    [
      "torch.nn.ReLU(x)",
      `a function at character 1 of "torch.nn.ReLU(x)", got "torch.nn.ReLU". Write relu, without "torch.nn.".`,
    ],
    ["x * Math.PI", `a name that is known at character 5 of "x * Math.PI", got "Math.PI". Write pi, without "Math.".`],
    ["np.maximum(x, 0)", `a function at character 1 of "np.maximum(x, 0)", got "np.maximum". Write max(a, b).`],
    ["x.exp()", `a function at character 1 of "x.exp()", got "x.exp". Write exp(x).`],
    ["x.mul(2)", `a function at character 1 of "x.mul(2)", got "x.mul". Write a * b.`],
    ["Math.random()", `a function at character 1 of "Math.random()", got "Math.random". Names have no point in them.`],
    [
      "2 Math.tanh(x)",
      `an operator at character 3 of "2 Math.tanh(x)", got "Math.tanh". Write 2 * Math.tanh for a product.`,
    ],
    [
      "swish(x)",
      `a function at character 1 of "swish(x)", got "swish". That is an activation of its own; in a formula write x * sigmoid(x).`,
    ],
    [
      "gelu",
      `a name that is known at character 1 of "gelu", got "gelu". That is an activation of its own; in a formula write x * (1 + erf(x / sqrt(2))) / 2.`,
    ],
    [
      "1 + hard_swish(x)",
      `a function at character 5 of "1 + hard_swish(x)", got "hard_swish". That is an activation of its own; in a formula write x * clip(x / 6 + 0.5, 0, 1).`,
    ],
    ["softmax(x)", `a function at character 1 of "softmax(x)", got "softmax". ${whole}`],
  ])("is answered with what to write here: %s", (text, message) => {
    expect(refusal(text)).toBe(`formula: expected ${message}`);
  });

  it("is taken for a trained number that is not declared where it is not called", () => {
    expect(refusal("step * x")).toContain('got "step". The names are x, pi, e; a trained number is declared');
  });
});

const numbers = [-2.5, -1, -0.3, 0, 0.4, 0.5, 0.9, 1, 1.5, 3, 7.25];

/** The values of a formula of a, b, low and high, of which the last three are numbers. */
const valuesAt = (formula: string, points: readonly number[]) =>
  valuesOf(
    parseActivation(
      formula
        .replaceAll(/\ba\b/g, "x")
        .replaceAll(/\bb\b/g, "2.5")
        .replaceAll("condition", "x > 0")
        .replaceAll(/\blow\b/g, "0.1")
        .replaceAll(/\bhigh\b/g, "0.7"),
    ),
    points,
  );

/** By functions of JavaScript; both of its remainders agree with ours where a and b are positive. */
const meant: Readonly<Record<string, (a: number) => number>> = {
  ln: Math.log,
  lg: Math.log10,
  exp2: (a) => 2 ** a,
  power: (a) => a ** 2.5,
  square: (a) => a * a,
  rsqrt: (a) => 1 / Math.sqrt(a),
  hypot: (a) => Math.hypot(a, 2.5),
  reciprocal: (a) => 1 / a,
  maximum: (a) => Math.max(a, 2.5),
  fmax: (a) => Math.max(a, 2.5),
  minimum: (a) => Math.min(a, 2.5),
  fmin: (a) => Math.min(a, 2.5),
  clamp: (a) => Math.min(Math.max(a, 0.1), 0.7),
  absolute: Math.abs,
  fabs: Math.abs,
  sgn: Math.sign,
  signum: Math.sign,
  heaviside: (a) => Number(a > 0),
  step: (a) => Number(a > 0),
  ceiling: Math.ceil,
  fmod: (a) => a % 2.5,
  remainder: (a) => a % 2.5,
  logistic: (a) => 1 / (1 + Math.exp(-a)),
  expit: (a) => 1 / (1 + Math.exp(-a)),
  logit: (a) => Math.log(a) - Math.log(1 - a),
  arcsin: Math.asin,
  arccos: Math.acos,
  arcsinh: Math.asinh,
  arccosh: Math.acosh,
  arctanh: Math.atanh,
  iif: (a) => (a > 0 ? a : 2.5),
  ifelse: (a) => (a > 0 ? a : 2.5),
  cond: (a) => (a > 0 ? a : 2.5),
  select: (a) => (a > 0 ? a : 2.5),
  add: (a) => a + 2.5,
  sub: (a) => a - 2.5,
  subtract: (a) => a - 2.5,
  mul: (a) => a * 2.5,
  multiply: (a) => a * 2.5,
  div: (a) => a / 2.5,
  divide: (a) => a / 2.5,
  neg: (a) => -a,
  negative: (a) => -a,
};
const ofMath = (word: string) => (Math as unknown as Record<string, (a: number) => number>)[word];

describe("a function of another language", () => {
  const { erfc = "", ...others } = foreignFunctions;

  it.each(Object.entries(others))("computes the same in the words of a formula: %s is %s", (word, here) => {
    const compute = word === "hypot" ? meant.hypot : (ofMath(word) ?? meant[word]);
    const positive = word === "fmod" || word === "remainder";
    // where JavaScript gives NaN, or rounds a half up and not away from 0, there is nothing to compare
    const points = numbers.filter((a) => Number.isFinite(compute?.(a)) && (a > 0 || !positive) && a !== -2.5);
    expect(points.length).toBeGreaterThan(2);
    expect(
      distance(
        valuesAt(here, points),
        points.map((a) => compute?.(a) ?? Number.NaN),
      ),
    ).toBeLessThan(1e-12);
  });

  it("may be one that JavaScript lacks: erfc", () => {
    // Abramowitz and Stegun, table 7.1: erf(1) = 0.8427007929
    expect(valuesAt(erfc, [1])[0]).toBeCloseTo(0.1572992071, 9);
  });

  it("is none that formulas have", () => {
    for (const word of [...Object.keys(foreignFunctions), ...Object.keys(activationFormulas)]) {
      expect([word, Object.hasOwn(functions, word)]).toEqual([word, false]);
      expect(word).toBe(word.toLowerCase().replaceAll("_", ""));
    }
  });
});

describe("an activation that is no function of formulas", () => {
  const kinds = Object.entries(activationsPlugin.activations).filter(
    ([kind]) => kind !== "formula" && !Object.hasOwn(functions, kind),
  );
  it.each(kinds.map(([kind]) => kind))("is known by its name: %s", (kind) => {
    expect(Object.hasOwn(activationFormulas, kind.toLowerCase())).toBe(true);
  });

  it.each(kinds)("computes the same as its formula, if it has one: %s", (kind, make) => {
    const formula = activationFormulas[kind.toLowerCase()];
    if (formula === null || formula === undefined) {
      expect(["rrelu", "softmax", "logSoftmax", "softmin", "sparsemax", "glu", "maxout", "gumbelSoftmax"]).toContain(
        kind,
      );
      return;
    }
    const revive = make as (config: undefined, revival: never) => Parameters<typeof valuesOf>[0];
    const activation = revive(undefined, undefined as never);
    expect(distance(valuesOf(parseActivation(formula), numbers), valuesOf(activation, numbers))).toBeLessThan(1e-12);
  });

  it("has another name here and there", () => {
    expect([activationFormulas.swish, activationFormulas.hardswish, activationFormulas.identity]).toEqual([
      activationFormulas.silu,
      activationFormulas.hardsilu,
      activationFormulas.linear,
    ]);
  });
});

describe("the formulas that remedies show", () => {
  it("are formulas, and mean what they say", () => {
    expect(valuesOf(parseActivation("where((x > 0) * (x < 1) == 1, x, 9)"), [-1, 0.5, 2])).toEqual([9, 0.5, 9]);
    expect(valuesOf(parseActivation("where(x > 0, where(x < 1, x, 9), 9)"), [-1, 0.5, 2])).toEqual([9, 0.5, 9]);
    expect(valuesOf(parseActivation("where((x < 0) + (x > 1) > 0, x, 9)"), [-1, 0.5, 2])).toEqual([-1, 9, 2]);
    expect(valuesOf(parseActivation("where(x < 0, x, where(x > 1, x, 9))"), [-1, 0.5, 2])).toEqual([-1, 9, 2]);
    expect(valuesAt(remedyForOperator("mod")?.match(/Write (.*) for/)?.[1] ?? "", [1, 7, -1])).toEqual([1, 2, 1.5]);
    expect(valuesAt(remedyForOperator("//")?.match(/Write (.*) for/)?.[1] ?? "", [1, 7, -1])).toEqual([0, 2, -1]);
  });
});
