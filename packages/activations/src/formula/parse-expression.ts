import { nearestName } from "@neurite/tensor";
import { joined, negative } from "./arithmetic";
import { comparisons } from "./comparisons";
import { type Expression, figure, isCondition, operated } from "./expression";
import { functions } from "./functions";
import type { TokenReader } from "./token-reader";

/** What stands for each name, and which names the formula has used. */
export interface Names {
  readonly known: ReadonlyMap<string, Expression>;
  readonly used: Set<string>;
}

/** Reads an expression up to where it cannot go on; the grammar stands at `parseFormula`. */
export function parseExpression(reader: TokenReader, names: Names): Expression {
  const left = sum(reader, names);
  const sign = reader.takeSign(...Object.keys(comparisons));
  if (!sign) return left;
  const operation = comparisons[sign.text];
  return operation ? operated(operation, left, sum(reader, names)) : left;
}

function sum(reader: TokenReader, names: Names): Expression {
  let left = product(reader, names);
  for (let sign = reader.takeSign("+", "-"); sign; sign = reader.takeSign("+", "-")) {
    left = joined(sign.text === "+" ? "+" : "-", left, product(reader, names));
  }
  return left;
}

function product(reader: TokenReader, names: Names): Expression {
  let left = signed(reader, names);
  for (let sign = reader.takeSign("*", "/"); sign; sign = reader.takeSign("*", "/")) {
    left = joined(sign.text === "*" ? "*" : "/", left, signed(reader, names));
  }
  return left;
}

function signed(reader: TokenReader, names: Names): Expression {
  if (reader.takeSign("-")) return negative(reader.nested(() => signed(reader, names)));
  const base = value(reader, names);
  if (!reader.takeSign("^")) return base;
  return joined(
    "^",
    base,
    reader.nested(() => signed(reader, names)),
  );
}

function value(reader: TokenReader, names: Names): Expression {
  const { kind, text, at } = reader.next;
  if (kind === "number") return figure(Number(reader.take().text));
  if (kind === "name") return names.known.has(text) ? named(reader, names) : call(reader, names);
  const opened = reader.takeSign("(");
  if (!opened) throw noValue(reader, text);
  const inner = reader.nested(() => parseExpression(reader, names));
  if (!reader.takeSign(")")) throw reader.unexpected(`")"`, `Close the parenthesis that opens at character ${at}.`);
  return inner;
}

function named(reader: TokenReader, { known, used }: Names): Expression {
  const { text } = reader.take();
  used.add(text);
  return known.get(text) as Expression;
}

function call(reader: TokenReader, names: Names): Expression {
  const { text } = reader.next;
  const operation = Object.hasOwn(functions, text) ? functions[text] : undefined;
  if (!operation) throw unknownName(reader, names);
  reader.take();
  const form = `${text}(${operation.operands.join(", ")})`;
  const operands = operation.operands.map((operand, i) => {
    if (i === 0 && !reader.takeSign("(")) throw reader.problem(`"("`, `Write ${form}.`);
    if (i > 0 && !reader.takeSign(",")) throw reader.unexpected(`","`, `Write ${form}.`);
    const { at } = reader.next;
    const read = reader.nested(() => parseExpression(reader, names));
    if (operand !== "condition" || isCondition(read)) return read;
    if (reader.next.text === "=") throw reader.unexpected("a condition", "");
    throw reader.problem("a condition", "Compare two numbers, as in where(x > 0, a, b).", { at, got: "a number" });
  });
  if (!reader.takeSign(")")) throw reader.unexpected(`")"`, `Write ${form}.`);
  return operated(operation, ...operands);
}

function noValue(reader: TokenReader, text: string) {
  const remedies: Readonly<Record<string, string>> = {
    "*": "Write ^ for a power: x^2.",
    "+": "A plus sign stands between two values: leave it out.",
  };
  return reader.problem(
    "a value",
    remedies[text] ?? "Write a number, x, a function such as tanh(x), or a parenthesis.",
  );
}

function unknownName(reader: TokenReader, { known }: Names) {
  const { text } = reader.next;
  const called = reader.isFollowedBy("(");
  const words = [...known.keys()];
  const near = nearestName(text, called ? Object.keys(functions) : [...words, ...Object.keys(functions)]);
  const meant = near === undefined ? "" : `Did you mean ${near}? `;
  return called
    ? reader.problem("a function", `${meant}The functions are ${Object.keys(functions).join(", ")}.`)
    : reader.problem(
        "a name that is known",
        `${meant}The names are ${words.join(", ")}; a trained number is declared before the formula with its start value, as in beta = 1; x * sigmoid(beta * x).`,
      );
}
