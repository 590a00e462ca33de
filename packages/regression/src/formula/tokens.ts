import { badFormula, shown } from "./bad-formula";

/** A word of a formula. */
export interface Token {
  readonly kind: "number" | "name" | "quoted" | "text" | "sign" | "end";
  /** As it is written, with its quotation marks. */
  readonly text: string;
  /** Where it begins, counted from 1. */
  readonly at: number;
}

/** Counts what the parser does, so that tests can hold it against the length of the text. */
export interface StepCount {
  steps: number;
}

const longest = 10_000;

// sticky: each is tried where the last word ended, and none goes back over what it has read
const patterns = [
  ["space", /\s+/y],
  ["name", /(?:[\p{L}_]|\.(?![0-9]))[\p{L}\p{M}\p{Nd}_.]*/uy],
  ["number", /[0-9.]+(?:[eE][+-]?[0-9]+)?/y],
  ["quoted", /`[^`]+`/y],
  ["text", /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/sy],
  ["sign", /%in%|\*\*|[-+*/^:~(),=]/y],
] as const;
const plainName = /^(?:[\p{L}_]|\.(?![0-9.]|$))[\p{L}\p{M}\p{Nd}_.]*$/u;
const wellFormed = /^(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?$/;

/** What stands in papers, and how it is written here. */
const elsewhere: Readonly<Record<string, string>> = {
  "·": "Write * instead.",
  "×": "Write * instead.",
  "÷": "Write / instead.",
  "−": "Write - instead.",
  "²": "Write I(x^2) for a square.",
  "³": "Write I(x^3) for a cube.",
  "`": "Close the name with another `.",
  '"': 'Close the text with another ".',
  "'": "Close the text with another '.",
};

/** The words of a formula, the last one being its end. Throws `bad-formula` for a text that is too long, or a character that no word has. */
export function tokensOf(text: string, count: StepCount): readonly Token[] {
  if (text.length > longest) {
    throw badFormula({
      text,
      at: longest + 1,
      expected: `the end after ${longest} characters at most`,
      got: `${text.length} characters`,
      remedy: "Write . for all columns but the target.",
    });
  }
  const tokens: Token[] = [];
  let place = 0;
  while (place < text.length) {
    const [kind, word] = wordAt(text, place);
    if (kind === "number") checkNumber(text, word, place + 1);
    if (kind !== "space") tokens.push({ kind, text: word, at: place + 1 });
    place += word.length;
    count.steps += word.length;
  }
  tokens.push({ kind: "end", text: "", at: place + 1 });
  return tokens;
}

/** What a quoted word says: a name in backticks, a text in quotation marks, of which `\"` is one that belongs to it. */
export function unquoted({ kind, text }: Token): string {
  const inner = text.slice(1, -1);
  return kind === "text" ? inner.replace(/\\(.)/gs, "$1") : inner;
}

/** A column's name as a formula writes it: in backticks where it is no plain name. */
export function columnText(name: string): string {
  return plainName.test(name) ? name : `\`${name}\``;
}

/** The words as one text, with spaces where statsmodels and R put them, however they were written. */
export function spaced(tokens: readonly Token[]): string {
  return tokens
    .map(({ kind, text }, i) => {
      const before = tokens[i - 1];
      if (kind !== "sign") return text;
      if (text === ",") return ", ";
      if (text === "=") return before?.text === "reference" ? "=" : " = ";
      const isBinary = before !== undefined && (before.kind !== "sign" || before.text === ")");
      return isBinary && ["+", "-", "*", "/", "**"].includes(text) ? ` ${text} ` : text;
    })
    .join("");
}

function wordAt(text: string, place: number) {
  for (const [kind, pattern] of patterns) {
    pattern.lastIndex = place;
    const word = pattern.exec(text)?.[0];
    if (word !== undefined) return [kind, word] as const;
  }
  throw strange(text, place);
}

function checkNumber(text: string, digits: string, at: number): void {
  const problem = { text, at, got: shown(digits) };
  if (!wellFormed.test(digits)) {
    throw badFormula({ ...problem, expected: "a number", remedy: "Numbers are written as 1, .5, 0.5 or 1e-3." });
  }
  if (!Number.isFinite(Number(digits))) {
    throw badFormula({ ...problem, expected: "a number of at most 1.8e308", remedy: "Write a smaller one." });
  }
}

function strange(text: string, place: number) {
  const got = String.fromCodePoint(text.codePointAt(place) as number);
  const here = Object.hasOwn(elsewhere, got) ? elsewhere[got] : undefined;
  return badFormula({
    text,
    at: place + 1,
    expected: "a column, a number, an operator or a parenthesis",
    got: JSON.stringify(got),
    remedy:
      here ??
      "Formulas are made of columns, functions and numbers with ~ + - * / : ^ %in% and parentheses; odd column names stand in backticks.",
  });
}
