import { type Expression, figure } from "./expression";
import { functions } from "./functions";
import { type Names, parseExpression } from "./parse-expression";
import { TokenReader } from "./token-reader";
import { type StepCount, shown, type Token } from "./tokens";
import { unexpected } from "./unexpected";

/** A formula as it was understood. */
export interface Formula {
  /** The trained numbers in the order of the text. */
  readonly parameters: readonly Parameter[];
  readonly body: Expression;
}

interface Parameter {
  readonly name: string;
  readonly start: number;
}

/**
 * Reads the text of a formula. Nothing in it is run.
 *
 * ```ebnf
 * formula     = { declaration } , expression ;
 * declaration = name , "=" , expression , ";" ;
 * expression  = sum , [ ( "<" | "<=" | ">" | ">=" | "==" | "!=" ) , sum ] ;
 * sum         = product , { ( "+" | "-" ) , product } ;
 * product     = signed , { ( "*" | "/" ) , signed } ;
 * signed      = "-" , signed | value , [ "^" , signed ] ;
 * value       = number | name | call | "(" , expression , ")" ;
 * call        = name , "(" , expression , { "," , expression } , ")" ;
 * number      = ( digits , [ "." , [ digits ] ] | "." , digits ) , [ ( "e" | "E" ) , [ "+" | "-" ] , digits ] ;
 * name        = ( letter | "_" ) , { letter | digit | "_" } ;
 * digits      = digit , { digit } ;
 * ```
 *
 * A declaration's expression comes to a finite number. White space of every kind may stand between words. Limits: 2000 characters;
 * 100 parentheses, calls, signs and powers inside of one another. The work is proportional to the length: `count` counts it.
 * Throws `bad-formula` with the place where the text stops being a formula.
 */
export function parseFormula(text: string, count: StepCount = { steps: 0 }): Formula {
  const reader = new TokenReader(text, count);
  const known = new Map<string, Expression>([
    ["x", { kind: "named", name: "x" }],
    ["pi", figure(Math.PI)],
    ["e", figure(Math.E)],
  ]);
  const names: Names = { known, used: new Set() };
  const declared: (Parameter & { readonly at: number })[] = [];
  while (reader.next.kind === "name" && reader.isFollowedBy("=")) {
    const { text: name, at } = newName(reader, names);
    const start = startValue(name, reader, names);
    known.set(name, { kind: "named", name });
    declared.push({ name, start, at });
  }
  const { at } = reader.next;
  if (reader.isOver) throw reader.problem("a formula", `Write one, such as "x * sigmoid(x)".`);
  const body = parseExpression(reader, names);
  if (!reader.isOver)
    throw unexpected(reader, "the end of the formula", "A formula is one expression: leave the rest out.");
  if (!names.used.has("x")) {
    throw reader.problem("x somewhere", "The answer has to depend on the input: use x.", {
      at,
      got: "a formula without it",
    });
  }
  for (const { name, at } of declared) {
    if (names.used.has(name)) continue;
    throw reader.problem(`${shown(name)} to be used`, "Leave its declaration out, or use it.", {
      at,
      got: "no use of it",
    });
  }
  return { parameters: declared.map(({ name, start }) => ({ name, start })), body };
}

function newName(reader: TokenReader, { known }: Names): Token {
  const { text } = reader.next;
  if (known.has(text) || Object.hasOwn(functions, text)) {
    throw reader.problem("a new name", `${shown(text)} has a meaning already: choose another, or write == to compare.`);
  }
  const name = reader.take();
  reader.take(); // the "=" that made it a declaration
  return name;
}

function startValue(name: string, reader: TokenReader, names: Names): number {
  const { at } = reader.next;
  const start = parseExpression(reader, names);
  const remedy =
    "Start values are made of numbers, pi and e with + - * /, and end with a semicolon: beta = 1; x * beta.";
  if (!reader.takeSign(";")) {
    if (reader.isOver && start.kind !== "figure")
      throw reader.problem('";"', `Leave ${shown(`${name} =`)} out. ${remedy}`);
    throw reader.isAtValue ? reader.problem('";"', remedy) : unexpected(reader, '";"', remedy);
  }
  if (start.kind === "figure" && Number.isFinite(start.value)) return start.value;
  const got = start.kind === "figure" ? String(start.value) : "what is known only when it is computed";
  throw reader.problem("a finite number", remedy, { at, got });
}
