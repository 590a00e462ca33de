import { call, type Expression, isSame, number } from "./expression";
import { productOf } from "./product-of";
import { sumOf } from "./sum-of";

/** The slope of softplus, which is computed by halves so that nothing overflows, under its own name; anything else as it is. */
export function sigmoidOf(expression: Expression): Expression {
  if (expression.kind !== "call" || expression.op !== "where") return expression;
  const [condition] = expression.parts;
  if (condition?.kind !== "call" || condition.op !== "less") return expression;
  const [zero, a] = condition.parts as [Expression, Expression];
  if (!isSame(zero, number(0))) return expression;
  const small = smallOf(a);
  const share = productOf([small, call("pow", sumOf([small, number(1)]), number(-1))]);
  const [, above, below] = expression.parts as [Expression, Expression, Expression];
  // both sides have the same factor, and so has the sigmoid
  const factor = productOf([below, call("pow", share, number(-1))]);
  const isSlope =
    isSame(below, productOf([factor, share])) && isSame(above, sumOf([factor, productOf([number(-1), below])]));
  return isSlope ? productOf([factor, call("sigmoid", a)]) : expression;
}

/** max(a, 0) + log1p(exp(-|a|)) under its own name; anything else as it is. */
export function softplusOf(sum: Expression): Expression {
  if (sum.kind !== "call" || sum.op !== "add") return sum;
  const largest = sum.parts.find((part) => part.kind === "call" && part.op === "maximum");
  if (largest?.kind !== "call" || sum.parts.length !== 2) return sum;
  const [a] = largest.parts as [Expression];
  const softplus = sumOf([call("maximum", a, number(0)), call("log1p", smallOf(a))]);
  return isSame(sum, softplus) ? call("softplus", a) : sum;
}

/** exp(-|a|), which never overflows. */
function smallOf(a: Expression): Expression {
  return call("exp", productOf([number(-1), call("abs", a)]));
}
