// A function of one number as a tree: what the graph of a typed activation, and of its gradient, says.

/** A part of a formula. */
export type Expression =
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "truth"; readonly holds: boolean }
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "call"; readonly op: Operation; readonly parts: readonly Expression[] };

const functionNames = [
  "abs",
  "sign",
  "floor",
  "sqrt",
  "exp",
  "expm1",
  "log",
  "log1p",
  "sin",
  "cos",
  "atan",
  "tanh",
  "sigmoid",
  "erf",
  "softplus",
] as const;

/** Functions of one number; formulas and tensors call them alike. */
export type FunctionName = (typeof functionNames)[number];

export type Operation =
  | FunctionName
  | ("neg" | "add" | "sub" | "mul" | "div" | "pow" | "minimum" | "maximum")
  | ("less" | "equal" | "or" | "not" | "where")
  /** A condition as 1 or 0. */
  | "count";

export function isFunctionName(name: string): name is FunctionName {
  return (functionNames as readonly string[]).includes(name);
}

export function number(value: number): Expression {
  return { kind: "number", value };
}

export function truth(holds: boolean): Expression {
  return { kind: "truth", holds };
}

export function call(op: Operation, ...parts: readonly Expression[]): Expression {
  return { kind: "call", op, parts };
}

/** Whether both are written alike. */
export function isSame(a: Expression, b: Expression): boolean {
  return keyOf(a) === keyOf(b);
}

/** A text that two expressions share only if they are the same. */
export function keyOf(expression: Expression): string {
  switch (expression.kind) {
    case "number":
      return String(expression.value);
    case "truth":
      return String(expression.holds);
    case "name":
      return `"${expression.name}"`;
    case "call":
      return `${expression.op}(${expression.parts.map(keyOf).join(" ")})`;
    default:
      return expression satisfies never;
  }
}
