import { type Expression, figure, operated } from "./expression";
import type { Operation } from "./operation";

const operands = ["a", "b"];
const negation: Operation = { operands: ["a"], build: (a) => a.neg() };
const operators = {
  "+": { operands, commutes: true, build: (a, b) => a.add(b) },
  "-": { operands, build: (a, b) => a.sub(b) },
  "*": { operands, commutes: true, build: (a, b) => a.mul(b) },
  "/": { operands, build: (a, b) => a.div(b) },
  "^": { operands, build: (a, b) => a.pow(b) },
} as const satisfies Readonly<Record<string, Operation>>;

/** The arithmetic that JavaScript does to the last bit, and that may thus be done ahead. */
const exact = {
  "+": (a: number, b: number) => a + b,
  "-": (a: number, b: number) => a - b,
  "*": (a: number, b: number) => a * b,
  "/": (a: number, b: number) => a / b,
};

/** -a */
export function negative(a: Expression): Expression {
  return a.kind === "figure" ? figure(-a.value) : operated(negation, a);
}

/** Two parts joined by a sign; two numbers become one, except by a power. */
export function joined(sign: keyof typeof operators, a: Expression, b: Expression): Expression {
  if (a.kind !== "figure" || sign === "^") return operated(operators[sign], a, b);
  if (b.kind === "figure") return figure(exact[sign](a.value, b.value));
  // 1 - x is x.neg().add(1): the same bits, and the number stays the argument of a method
  if (sign === "-") return operated(operators["+"], negative(b), a);
  return operated(operators[sign], a, b);
}
