import { joined, negative } from "./arithmetic";
import { comparisons } from "./comparisons";
import { type Expression, figure, isCondition, operated } from "./expression";
import { functions } from "./functions";
import type { TokenReader } from "./token-reader";
import { unexpected } from "./unexpected";
import { unknownName } from "./unknown-name";

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
  if (kind === "path") throw unknownName(reader, names.known);
  const opened = reader.takeSign("(");
  if (!opened) throw noValue(reader, text);
  const inner = reader.nested(() => parseExpression(reader, names));
  if (!reader.takeSign(")")) throw unexpected(reader, `")"`, `Close the parenthesis that opens at character ${at}.`);
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
  if (!operation) throw unknownName(reader, names.known);
  reader.take();
  const form = `${text}(${operation.operands.join(", ")})`;
  const { at: opened } = reader.next;
  const operands = operation.operands.map((operand, i) => {
    if (i === 0 && !reader.takeSign("(")) throw reader.problem(`"("`, `Write ${form}.`);
    if (i > 0 && !reader.takeSign(",")) throw unexpected(reader, `","`, `Write ${form}.`);
    const { at } = reader.next;
    const read = reader.nested(() => parseExpression(reader, names));
    if (operand !== "condition" || isCondition(read)) return read;
    if (reader.next.text === "=") throw unexpected(reader, "a condition", "");
    throw reader.problem("a condition", "Compare two numbers, as in where(x > 0, a, b).", { at, got: "a number" });
  });
  if (!reader.takeSign(")")) {
    throw unexpected(reader, `")"`, `Close the parenthesis that opens at character ${opened}: ${form}.`);
  }
  return operated(operation, ...operands);
}

function noValue(reader: TokenReader, text: string) {
  return reader.problem(
    "a value",
    text === "+"
      ? "A plus sign stands between two values: leave it out."
      : "Write a number, x, a function such as tanh(x), or a parenthesis.",
  );
}
