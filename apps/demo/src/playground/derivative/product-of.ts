import { call, type Expression, keyOf, number } from "./expression";

/** A factor with its power. */
export interface Factor {
  readonly base: Expression;
  readonly power: Expression;
}

export interface Product {
  readonly coefficient: number;
  readonly factors: readonly Factor[];
}

/** The product of parts: one number in front, each base once, with the sum of its powers. */
export function productOf(parts: readonly Expression[]): Expression {
  const product = parts.map(factored).reduce(times, { coefficient: 1, factors: [] });
  return throughChoice(product) ?? written(product);
}

/** A choice between something and 0 takes the other factors in: where(x < 1, 0, 2 * x). */
function throughChoice({ coefficient, factors }: Product): Expression | undefined {
  const place = factors.findIndex(({ base, power }) => isOne(power) && base.kind === "call" && base.op === "where");
  const choice = factors[place]?.base;
  if (choice?.kind !== "call" || (coefficient === 1 && factors.length === 1)) return undefined;
  const [condition, a, b] = choice.parts as [Expression, Expression, Expression];
  if (!isZero(a) && !isZero(b)) return undefined;
  const rest = written({ coefficient, factors: factors.filter((_, i) => i !== place) });
  return call("where", condition, productOf([a, rest]), productOf([b, rest]));
}

function isOne(part: Expression): boolean {
  return part.kind === "number" && part.value === 1;
}

/** A part as a number times powers. */
export function factored(part: Expression): Product {
  if (part.kind === "number") return { coefficient: part.value, factors: [] };
  if (part.kind === "call") {
    const [a, b] = part.parts as [Expression, Expression];
    if (part.op === "mul") return times(factored(a), factored(b));
    if (part.op === "pow") return raised(a, b);
  }
  return { coefficient: 1, factors: [{ base: part, power: number(1) }] };
}

function times(a: Product, b: Product): Product {
  let coefficient = a.coefficient * b.coefficient;
  if (coefficient === 0) return { coefficient, factors: [] };
  const joined = new Map<string, Factor>();
  for (const { base, power } of [...a.factors, ...b.factors]) {
    const known = joined.get(keyOf(base));
    const both = known && known.power.kind === "number" && power.kind === "number";
    const short = base.kind === "number" && power.kind === "number" ? base.value ** power.value : Number.NaN;
    // 1 / 3 stays as it is
    if (Number(short.toPrecision(6)) === short) coefficient *= short;
    else if (!known) joined.set(keyOf(base), { base, power });
    else if (both) joined.set(keyOf(base), { base, power: number(known.power.value + power.value) });
    // two powers that are not numbers stand side by side
    else joined.set(`${keyOf(base)}^${keyOf(power)}`, { base, power });
  }
  return { coefficient, factors: [...joined.values()].filter(({ power }) => !isZero(power)).sort(inOrder) };
}

/** Always the same order, so that equal products are alike: numbers, names, then what is longer. */
function inOrder(a: Factor, b: Factor): number {
  const rank = ({ base: { kind } }: Factor) => (kind === "number" ? 0 : kind === "name" ? 1 : 2);
  return rank(a) - rank(b) || (keyOf(a.base) < keyOf(b.base) ? -1 : 1);
}

/** A power; only whole ones go into a product, since (x²)^½ is |x|. */
function raised(base: Expression, power: Expression): Product {
  if (power.kind === "number" && Number.isInteger(power.value)) {
    const { coefficient, factors } = factored(base);
    const whole = factors.every((factor) => factor.power.kind === "number");
    if (whole && (coefficient === 1 || coefficient === -1 || factors.length > 0)) {
      const raisedFactors = factors.map((factor) => ({
        base: factor.base,
        power: number((factor.power as { value: number }).value * power.value),
      }));
      return { coefficient: coefficient ** power.value, factors: raisedFactors };
    }
  }
  return { coefficient: 1, factors: [{ base, power }] };
}

function isZero(part: Expression): boolean {
  return part.kind === "number" && part.value === 0;
}

/** A product as a tree again. */
export function written({ coefficient, factors }: Product): Expression {
  if (factors.length === 0) return number(coefficient);
  const parts = factors.map(({ base, power }) => (isOne(power) ? base : call("pow", base, power)));
  const all = coefficient === 1 ? parts : [number(coefficient), ...parts];
  return all.reduce((left, right) => call("mul", left, right));
}
