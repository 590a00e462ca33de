import { call, type Expression, isSame, keyOf, number } from "./expression";
import { productOf } from "./product-of";
import { sumOf } from "./sum-of";

/** The slope of softplus, which is computed by halves so that nothing overflows, under its own name; anything else as it is. */
export function sigmoidOf(expression: Expression): Expression {
  if (expression.kind !== "call" || expression.op !== "where") return expression;
  const [condition] = expression.parts;
  if (condition?.kind !== "call" || condition.op !== "less") return expression;
  const [zero, a] = condition.parts as [Expression, Expression];
  if (!isSame(zero, number(0))) return expression;
  const small = call("exp", productOf([number(-1), call("abs", a)]));
  const share = productOf([small, call("pow", sumOf([small, number(1)]), number(-1))]);
  const other = sumOf([number(1), productOf([number(-1), share])]);
  return keyOf(expression) === keyOf(call("where", condition, other, share)) ? call("sigmoid", a) : expression;
}
