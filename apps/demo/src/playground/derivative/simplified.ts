// Arithmetic on trees that writes itself short: what is 0 or 1 vanishes, like terms and like factors join.
import { call, type Expression, isSame, keyOf, number, type Operation, truth } from "./expression";
import { productOf } from "./product-of";
import { sigmoidOf, softplusOf } from "./sigmoid-of";
import { sumOf, termsOf } from "./sum-of";

/** The same function, written shorter. */
export function simplified(expression: Expression): Expression {
  if (expression.kind !== "call") return expression;
  return joined(expression.op, expression.parts.map(simplified));
}

function joined(op: Operation, parts: readonly Expression[]): Expression {
  const [a, b, c] = parts as [Expression, Expression, Expression];
  switch (op) {
    case "add":
      return softplusOf(sumOf(termsOf(sumOf([a, b])).map(sigmoidOf)));
    case "sub":
      return joined("add", [a, productOf([number(-1), b])]);
    case "neg":
      return productOf([number(-1), a]);
    case "mul":
      return productOf([a, b]);
    case "div":
      return productOf([a, power(b, number(-1))]);
    case "pow":
      return power(a, b);
    case "where":
      return chosen(a, b, c);
    case "less":
    case "equal":
      return compared(op, a, b);
    case "not":
      return a.kind === "truth" ? truth(!a.holds) : call(op, a);
    case "or":
      return a.kind === "truth" ? (a.holds ? a : b) : b.kind === "truth" ? (b.holds ? b : a) : call(op, a, b);
    case "count":
      return a.kind === "truth" ? number(a.holds ? 1 : 0) : call(op, a);
    default:
      return call(op, ...parts);
  }
}

/** A comparison of two numbers is settled at once. */
function compared(op: "less" | "equal", a: Expression, b: Expression): Expression {
  if (a.kind !== "number" || b.kind !== "number") return call(op, a, b);
  return truth(op === "less" ? a.value < b.value : a.value === b.value);
}

function power(base: Expression, exponent: Expression): Expression {
  return productOf([exponent.kind === "number" && exponent.value === 1 ? base : call("pow", base, exponent)]);
}

function chosen(condition: Expression, a: Expression, b: Expression): Expression {
  if (condition.kind === "truth") return condition.holds ? a : b;
  if (isSame(a, b)) return a;
  const sides = sidesOf(condition);
  if (sides) {
    const minus = keyOf(productOf([number(-1), sides]));
    // all of these are the same at 0 too
    if (isSame(a, sides) && keyOf(b) === minus) return call("abs", sides);
    if (keyOf(a) === minus && isSame(b, sides)) return productOf([number(-1), call("abs", sides)]);
    if (isSame(a, sides) && isSame(b, number(0))) return call("maximum", sides, b);
  }
  return sigmoidOf(call("where", condition, a, b));
}

/** The a of "a > 0". */
function sidesOf(condition: Expression): Expression | undefined {
  if (condition.kind !== "call" || condition.op !== "less") return undefined;
  const [zero, a] = condition.parts;
  return zero && isSame(zero, number(0)) ? a : undefined;
}
