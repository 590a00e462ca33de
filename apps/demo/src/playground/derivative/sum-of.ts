import { call, type Expression, keyOf, number } from "./expression";
import { factored, type Product, productOf, written } from "./product-of";

/** The sum of parts: like terms joined, choices by the same condition made one. */
export function sumOf(parts: readonly Expression[]): Expression {
  const terms = new Map<string, Product>();
  const choices = new Map<string, { condition: Expression; a: Expression; b: Expression }>();
  for (const term of parts.flatMap(termsOf)) {
    const product = factored(term);
    const choice = choiceIn(product);
    if (choice) {
      const key = keyOf(choice.condition);
      const known = choices.get(key);
      choices.set(
        key,
        known ? { condition: known.condition, a: sumOf([known.a, choice.a]), b: sumOf([known.b, choice.b]) } : choice,
      );
      continue;
    }
    const key = keyOf(written({ ...product, coefficient: 1 }));
    const known = terms.get(key);
    terms.set(key, known ? { ...known, coefficient: known.coefficient + product.coefficient } : product);
  }
  const chosen = [...choices.values()].map(({ condition, a, b }) =>
    keyOf(a) === keyOf(b) ? a : call("where", condition, a, b),
  );
  const kept = [...[...terms.values()].filter(({ coefficient }) => coefficient !== 0).map(written), ...chosen];
  if (kept.length === 0) return number(0);
  // a number stands last, as in tanh(x) + 1, and a term with a minus never first
  const ordered = kept.sort((a, b) => rank(a) - rank(b));
  return ordered.reduce((left, right) => call("add", left, right));
}

function rank(term: Expression): number {
  if (term.kind === "number") return term.value > 0 ? 1 : 3;
  return factored(term).coefficient < 0 ? 2 : 0;
}

/** The parts that a sum adds up. */
export function termsOf(part: Expression): readonly Expression[] {
  if (part.kind === "call" && part.op === "add") return part.parts.flatMap(termsOf);
  return isZero(part) ? [] : [part];
}

function isZero(part: Expression): boolean {
  return part.kind === "number" && part.value === 0;
}

/** A choice times a number, as a choice between the two multiples. */
function choiceIn({ coefficient, factors }: Product) {
  const [only] = factors;
  if (factors.length !== 1 || only?.base.kind !== "call" || only.base.op !== "where") return undefined;
  if (keyOf(only.power) !== "1") return undefined;
  const [condition, a, b] = only.base.parts as [Expression, Expression, Expression];
  return { condition, a: productOf([number(coefficient), a]), b: productOf([number(coefficient), b]) };
}
