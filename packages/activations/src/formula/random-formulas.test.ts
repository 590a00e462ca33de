// Formulas made at random, written down with as few parentheses as the grammar asks for, and computed by an evaluator of their own.
import { constant, evaluate } from "@neurite/tensor";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseActivation } from "../parse-activation";

interface Random {
  /** How tightly the outermost sign binds: 0 comparisons, 1 sums, 2 products, 3 signs, 4 powers, 5 what needs no parentheses. */
  readonly level: number;
  readonly text: string;
  at(x: number): number;
}

const inner = (part: Random, level: number) => (part.level < level ? `(${part.text})` : part.text);
const leaf = (text: string, at: (x: number) => number): Random => ({ level: 5, text, at });

/** A sign between two parts, each at least as tight as it says. */
const between = (
  sign: string,
  [level, left, right]: readonly [number, number, number],
  compute: (a: number, b: number) => number,
) => ({ sign, level, left, right, compute });

const pairs = [
  between("+", [1, 1, 2], (a, b) => a + b),
  between("-", [1, 1, 2], (a, b) => a - b),
  between("*", [2, 2, 3], (a, b) => a * b),
  between("/", [2, 2, 3], (a, b) => a / b),
  between("^", [4, 5, 3], (a, b) => a ** b),
  between("<", [0, 1, 1], (a, b) => Number(a < b)),
  between("<=", [0, 1, 1], (a, b) => Number(a <= b)),
  between(">", [0, 1, 1], (a, b) => Number(a > b)),
  between(">=", [0, 1, 1], (a, b) => Number(a >= b)),
  between("==", [0, 1, 1], (a, b) => Number(a === b)),
  between("!=", [0, 1, 1], (a, b) => Number(a !== b)),
];
const comparisons = pairs.filter(({ level }) => level === 0);

const ones: Readonly<Record<string, (a: number) => number>> = {
  abs: Math.abs,
  sign: Math.sign,
  floor: Math.floor,
  sqrt: Math.sqrt,
  exp: Math.exp,
  expm1: Math.expm1,
  log: Math.log,
  log1p: Math.log1p,
  sin: Math.sin,
  cos: Math.cos,
  atan: Math.atan,
  tanh: Math.tanh,
  sigmoid: (a) => (a >= 0 ? 1 / (1 + Math.exp(-a)) : Math.exp(a) / (1 + Math.exp(a))),
  relu: (a) => Math.max(a, 0),
  softplus: (a) => Math.max(a, 0) + Math.log1p(Math.exp(-Math.abs(a))),
};
const twos: Readonly<Record<string, (a: number, b: number) => number>> = {
  min: Math.min,
  max: Math.max,
  pow: Math.pow,
};

const figures = ["0", "1", "2", "3", "0.5", ".25", "10.", "1e3", "2.5E-2"].map((text) =>
  leaf(text, () => Number(text)),
);
const numbers = fc.constantFrom(
  ...figures,
  leaf("pi", () => Math.PI),
  leaf("e", () => Math.E),
);
const x = fc.constant(leaf("x", (n) => n));
const trained = fc.constant(leaf("beta", () => 0.75));

const { part } = fc.letrec<{ part: Random; pair: Random; choice: Random }>((tie) => ({
  part: fc.oneof(
    { maxDepth: 6, withCrossShrink: true },
    { arbitrary: x, weight: 3 },
    numbers,
    trained,
    { arbitrary: tie("pair"), weight: 5 },
    tie("choice"),
    tie("part").map((a) => ({ level: 3, text: `-${inner(a, 3)}`, at: (n: number) => -a.at(n) })),
    tie("part").map((a) => leaf(`( ${a.text} )`, a.at)),
    fc
      .tuple(fc.constantFrom(...Object.entries(ones)), tie("part"))
      .map(([[name, compute], a]) => leaf(`${name}(${a.text})`, (n) => compute(a.at(n)))),
    fc
      .tuple(fc.constantFrom(...Object.entries(twos)), tie("part"), tie("part"))
      .map(([[name, compute], a, b]) => leaf(`${name}(${a.text}, ${b.text})`, (n) => compute(a.at(n), b.at(n)))),
    fc
      .tuple(tie("part"), tie("part"), tie("part"))
      .map(([a, low, high]) =>
        leaf(`clip(${a.text},${low.text},${high.text})`, (n) => Math.min(Math.max(a.at(n), low.at(n)), high.at(n))),
      ),
  ),
  pair: fc
    .tuple(fc.constantFrom(...pairs), tie("part"), tie("part"), fc.constantFrom("", " ", "\n"))
    .map(([{ sign, level, left, right, compute }, a, b, gap]) => ({
      level,
      text: `${inner(a, left)}${gap}${sign}${gap}${inner(b, right)}`,
      at: (n) => compute(a.at(n), b.at(n)),
    })),
  choice: fc
    .tuple(fc.constantFrom(...comparisons), tie("part"), tie("part"), tie("part"), tie("part"))
    .map(([{ sign, compute }, a, b, yes, no]) =>
      leaf(`where(${inner(a, 1)} ${sign} ${inner(b, 1)}, ${yes.text}, ${no.text})`, (n) =>
        compute(a.at(n), b.at(n)) === 1 ? yes.at(n) : no.at(n),
      ),
    ),
}));

const inputs = [-3, -1, -0.5, 0, 0.25, 1, 2, 7];

/** What the formula gives, by the interpreter. */
function valuesOf(text: string): readonly number[] {
  const given = constant(inputs, "float64");
  const scope = { parameter: () => constant(0.75, "float64") };
  const activation = parseActivation(text);
  return [...evaluate([activation.apply(given, scope as unknown as Parameters<typeof activation.apply>[1])])[0].data];
}

/** Equal, or so near that only the last bits of a function can be the reason. */
const near = (a: number, b: number) =>
  a === b || Object.is(a, b) || Math.abs(a - b) <= 1e-12 * Math.max(Math.abs(a), Math.abs(b));

describe("a formula made at random", () => {
  it("gives what an evaluator of its own computes", () => {
    let finite = 0;
    let longest = 0;
    fc.assert(
      fc.property(part, (formula) => {
        const body = formula.level === 0 ? `(${formula.text})` : formula.text;
        const text = `beta = 3/4; ${body} + 0 * x * beta`;
        fc.pre(text.length <= 2000);
        longest = Math.max(longest, text.length);
        const got = valuesOf(text);
        inputs.forEach((n, i) => {
          const want = formula.at(n) + 0 * n * 0.75;
          if (Number.isFinite(want)) finite++;
          expect(near(got[i] as number, want), `${text} at ${n}: ${got[i]} and ${want}`).toBe(true);
        });
      }),
      { numRuns: 2000, seed: 1 },
    );
    expect(finite).toBeGreaterThan(5000);
    expect(longest).toBeGreaterThan(150);
  });
});
