// A tree in the words of formulas, so that it can be typed in again.

import { type Expression, isFunctionName, number } from "./expression";
import { factored, written } from "./product-of";

/** How tightly a text holds together. */
const binding = { comparison: 0, sum: 1, product: 2, sign: 3, power: 4, value: 5 } as const;

interface Written {
  readonly text: string;
  readonly binds: number;
}

/** The formula of a tree. Numbers have at most six digits. */
export function formulaText(expression: Expression): string {
  return write(expression).text;
}

function within(expression: Expression, least: number): string {
  const { text, binds } = write(expression);
  return binds < least ? `(${text})` : text;
}

function write(expression: Expression): Written {
  switch (expression.kind) {
    case "number":
      return { text: digits(expression.value), binds: expression.value < 0 ? binding.sign : binding.value };
    case "truth":
      return { text: expression.holds ? "1" : "0", binds: binding.value };
    case "name":
      return { text: expression.name, binds: binding.value };
    case "call":
      return writeCall(expression);
    default:
      return expression satisfies never;
  }
}

function digits(value: number): string {
  if (value === Math.PI) return "pi";
  if (value === Math.E) return "e";
  return String(Number(value.toPrecision(6)));
}

function writeCall({ op, parts }: Extract<Expression, { kind: "call" }>): Written {
  const [a, b, c] = parts as [Expression, Expression, Expression];
  if (isFunctionName(op)) return { text: `${op}(${formulaText(a)})`, binds: binding.value };
  switch (op) {
    case "add":
      return { text: sumText(a, b), binds: binding.sum };
    case "sub":
      return { text: `${within(a, binding.sum)} - ${within(b, binding.product)}`, binds: binding.sum };
    case "neg":
      return { text: `-${within(a, binding.power)}`, binds: binding.sign };
    case "mul":
    case "div":
    case "pow":
      return productText({ kind: "call", op, parts });
    case "minimum":
    case "maximum":
      return { text: `${op.slice(0, 3)}(${formulaText(a)}, ${formulaText(b)})`, binds: binding.value };
    case "where":
      return { text: `where(${conditionText(a)}, ${formulaText(b)}, ${formulaText(c)})`, binds: binding.value };
    case "less":
    case "equal":
    case "or":
    case "not":
      return { text: conditionText({ kind: "call", op, parts }), binds: binding.comparison };
    case "count":
      return { text: `(${conditionText(a)})`, binds: binding.value };
    default:
      return op satisfies never;
  }
}

function sumText(a: Expression, b: Expression): string {
  const { coefficient, factors } = factored(b);
  if (coefficient >= 0 || Number.isNaN(coefficient)) return `${within(a, binding.sum)} + ${within(b, binding.product)}`;
  return `${within(a, binding.sum)} - ${within(written({ coefficient: -coefficient, factors }), binding.product)}`;
}

/** Powers below 0 go under one fraction stroke. */
function productText(expression: Expression): Written {
  const { coefficient, factors } = factored(
    expression.kind === "call" && expression.op === "div" ? divided(expression.parts) : expression,
  );
  const isBelow = (power: Expression) => power.kind === "number" && power.value < 0;
  const sign = coefficient < 0 ? "-" : "";
  const size = Math.abs(coefficient);
  const above = factors.filter(({ power }) => !isBelow(power)).map(({ base, power }) => powerText(base, power));
  const below = factors
    .filter(({ power }) => isBelow(power))
    .map(({ base, power }) => powerText(base, number(-(power as { value: number }).value)));
  const top = size === 1 && above.length > 0 ? above : [digits(size), ...above];
  const under = below.length > 1 ? `(${below.join(" * ")})` : below[0];
  const text = under === undefined ? top.join(" * ") : `${top.join(" * ")} / ${under}`;
  const alone = top.length === 1 && below.length === 0;
  return { text: `${sign}${text}`, binds: alone ? (sign ? binding.sign : binding.power) : binding.product };
}

function divided([a, b]: readonly Expression[]): Expression {
  const power: Expression = { kind: "call", op: "pow", parts: [b as Expression, number(-1)] };
  return { kind: "call", op: "mul", parts: [a as Expression, power] };
}

function powerText(base: Expression, power: Expression): string {
  if (power.kind === "number" && power.value === 1) return within(base, binding.power);
  return `${within(base, binding.value)}^${within(power, binding.value)}`;
}

function conditionText(condition: Expression): string {
  if (condition.kind !== "call") return condition.kind === "truth" && condition.holds ? "0 == 0" : "0 == 1";
  const [a, b] = condition.parts as [Expression, Expression];
  const side = (part: Expression) => within(part, binding.sum);
  switch (condition.op) {
    case "less":
      // x > 0 reads better than 0 < x
      return a.kind === "number" ? `${side(b)} > ${side(a)}` : `${side(a)} < ${side(b)}`;
    case "equal":
      return `${side(a)} == ${side(b)}`;
    case "or":
      return `(${conditionText(a)}) + (${conditionText(b)}) > 0`;
    case "not":
      return `(${conditionText(a)}) == 0`;
    default:
      return `${side(condition)} != 0`;
  }
}
