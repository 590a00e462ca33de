import type { Arithmetic, ColumnPlace, Link } from "./arithmetic";
import { meant } from "./bad-formula";
import { functions } from "./functions";
import type { TokenReader } from "./token-reader";
import { unquoted } from "./tokens";

/** Functions that make a term and no number. */
export const termFunctions = ["C", "factor", "poly", "offset"];

/** Reads arithmetic with columns up to where it cannot go on; the grammar stands at `parseFormula`. */
export function parseArithmetic(reader: TokenReader): Arithmetic {
  return chain(reader, ["+", "-"], () => chain(reader, ["*", "/"], () => signed(reader)));
}

/** A function of arithmetic, by the name that the text gives it. */
export function callOf(name: string, of: Arithmetic): Arithmetic {
  return { kind: "call", function: functionNamed(name), of };
}

/** Whether arithmetic has this function. */
export function isFunction(name: string): boolean {
  return Object.hasOwn(functions, functionNamed(name));
}

/** The error for a name with a parenthesis that is no function. */
export function unknownFunction(reader: TokenReader, more: readonly string[]) {
  const known = [...Object.keys(functions), ...more];
  const near = meant(functionNamed(reader.next.text), known);
  return reader.problem("a function", `${near}The functions are ${known.join(", ")}.`);
}

/** Reads a column: a name, a name in backticks, or `Q("name")`. */
export function parseColumn(reader: TokenReader): ColumnPlace {
  const { kind, text, at } = reader.next;
  if (kind === "name" && text === "Q" && reader.isFollowedBy("(")) {
    reader.take();
    const opened = reader.take();
    if (reader.next.kind !== "text") throw reader.problem("a text", `Write Q("column name").`);
    return reader.enclosed(opened, () => ({ kind: "column", column: unquoted(reader.take()), at }));
  }
  if (kind === "quoted") return { kind: "column", column: unquoted(reader.take()), at };
  if (kind === "name" && text !== ".") return { kind: "column", column: reader.take().text, at };
  throw reader.problem("a column", "Name one, in backticks where it is no plain name.");
}

function chain(reader: TokenReader, signs: readonly Link["sign"][], read: () => Arithmetic): Arithmetic {
  const first = read();
  const rest: Link[] = [];
  for (let sign = reader.takeSign(...signs); sign; sign = reader.takeSign(...signs)) {
    rest.push({ sign: sign.text as Link["sign"], operand: read() }); // takeSign takes no other
  }
  return rest.length === 0 ? first : { kind: "chain", first, rest };
}

function signed(reader: TokenReader): Arithmetic {
  if (reader.takeSign("-")) return { kind: "negative", of: reader.nested(() => signed(reader)) };
  if (reader.takeSign("+")) return reader.nested(() => signed(reader));
  const base = value(reader);
  if (!reader.takeSign("^", "**")) return base;
  return { kind: "power", base, exponent: reader.nested(() => signed(reader)) };
}

function value(reader: TokenReader): Arithmetic {
  const { kind, text } = reader.next;
  if (kind === "number") return { kind: "number", text: reader.take().text };
  const opened = reader.takeSign("(");
  if (opened) return reader.enclosed(opened, () => parseArithmetic(reader));
  if (kind === "name" && text !== "Q" && reader.isFollowedBy("(")) return call(reader);
  if (kind === "quoted" || (kind === "name" && text !== ".")) return parseColumn(reader);
  throw reader.problem("a value", "Write a column, a number, a function such as log(x), or a parenthesis.");
}

function call(reader: TokenReader): Arithmetic {
  const { text } = reader.next;
  if (termFunctions.includes(text)) {
    throw reader.problem(
      "arithmetic",
      `${text}(…) is a term of its own: write it beside the others, as in y ~ x + ${text}(…).`,
    );
  }
  if (!isFunction(text)) throw unknownFunction(reader, []);
  reader.take();
  return callOf(
    text,
    reader.enclosed(reader.take(), () => parseArithmetic(reader)),
  );
}

/** `np.log` is `log`, as statsmodels' users write it. */
function functionNamed(name: string): string {
  return name.replace(/^(?:np|numpy)\./, "");
}
