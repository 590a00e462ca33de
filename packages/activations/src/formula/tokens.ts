import { badFormula } from "./bad-formula";
import { remedyForOperator } from "./remedy-for-operator";

/** A word of a formula. */
export interface Token {
  readonly kind: "number" | "name" | "path" | "sign" | "end";
  readonly text: string;
  /** Where it begins, counted from 1. */
  readonly at: number;
}

/** Counts what the parser does, so that tests can hold it against the length of the text. */
export interface StepCount {
  steps: number;
}

const longest = 2000;

// sticky: each is tried where the last word ended, and none goes back over what it has read
const patterns = [
  ["space", /\s+/y],
  // whatever begins as a number does, and names with points: of another language, and no formula, but told as one word
  ["number", /0[xXbBoO][0-9A-Fa-f_]+|[0-9.][0-9._]*(?:[eE][+-]?[0-9]+)?/y],
  ["path", /[A-Za-z_][A-Za-z0-9_]*(?:\.[A-Za-z_][A-Za-z0-9_]*)+/y],
  ["name", /[A-Za-z_][A-Za-z0-9_]*/y],
  ["foreign", /[=!]==|=[<>]|<>|\*\*|\/\/|&&|\|\|/y],
  ["sign", /[<>=!]=|[-+*/^()<>,;=]/y],
] as const;
const wellFormed = /^(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?$/;

/** The words of a formula, the last one being its end. Throws `bad-formula` for a text that is too long, or a character that no word has. */
export function tokensOf(text: string, count: StepCount): readonly Token[] {
  if (text.length > longest) {
    throw badFormula({
      text,
      at: longest + 1,
      expected: `the end after ${longest} characters at most`,
      got: `${text.length} characters`,
      remedy: "Write it shorter, or as an expression in a plugin.",
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

function wordAt(text: string, place: number) {
  for (const [kind, pattern] of patterns) {
    pattern.lastIndex = place;
    const word = pattern.exec(text)?.[0];
    if (word === undefined) continue;
    if (kind === "foreign") throw strange(text, place, word);
    return [kind, word] as const;
  }
  throw strange(text, place, String.fromCodePoint(text.codePointAt(place) as number));
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

function strange(text: string, place: number, got: string) {
  return badFormula({
    text,
    at: place + 1,
    expected: "a number, a name, an operator or a parenthesis",
    got: JSON.stringify(got),
    remedy: remedyForSign(got),
  });
}

function remedyForSign(sign: string): string {
  const known = remedyForOperator(sign);
  if (known !== undefined) return known;
  if (/^\p{L}$/u.test(sign)) return "Names are made of the letters from a to z, digits and _: write beta for β.";
  return "Formulas are made of numbers, names, + - * / ^, comparisons such as <=, parentheses and commas.";
}

/** Text of a formula as it may stand in a message. */
export function shown(text: string): string {
  return JSON.stringify(text.length > 30 ? `${text.slice(0, 30)}…` : text);
}
