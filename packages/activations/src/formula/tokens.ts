import { badFormula } from "./bad-formula";

/** A word of a formula. */
export interface Token {
  readonly kind: "number" | "name" | "sign" | "end";
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
const space = /\s+/y;
const number = /[0-9.]+(?:[eE][+-]?[0-9]+)?/y;
const name = /[A-Za-z_][A-Za-z0-9_]*/y;
const sign = /[<>=!]=|[-+*/^()<>,;=]/y;
const wellFormed = /^(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?$/;

/** What stands in papers and in other languages, and how it is written here. */
const elsewhere: Readonly<Record<string, string>> = {
  "·": "*",
  "×": "*",
  "÷": "/",
  "−": "-",
  "≤": "<=",
  "≥": ">=",
  "≠": "!=",
  "²": "^2",
  "³": "^3",
  π: "pi",
};

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
  const match = (pattern: RegExp, from: number): string | undefined => {
    pattern.lastIndex = from;
    return pattern.exec(text)?.[0];
  };
  let place = 0;
  const take = (kind: Token["kind"], found: string) => tokens.push({ kind, text: found, at: place + 1 });
  while (place < text.length) {
    const gap = match(space, place);
    const digits = gap === undefined ? match(number, place) : undefined;
    const letters = gap === undefined && digits === undefined ? match(name, place) : undefined;
    const word = gap ?? digits ?? letters ?? match(sign, place);
    if (word === undefined) throw strange(text, place);
    if (digits !== undefined) {
      checkNumber(text, digits, place + 1);
      take("number", digits);
    } else if (gap === undefined) take(letters === undefined ? "sign" : "name", word);
    place += word.length;
    count.steps += word.length;
  }
  take("end", "");
  return tokens;
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
    expected: "a number, a name, an operator or a parenthesis",
    got: JSON.stringify(got),
    remedy: here
      ? `Write ${here} instead.`
      : "Formulas are made of numbers, names, + - * / ^, comparisons such as <=, parentheses and commas.",
  });
}

/** Text of a formula as it may stand in a message. */
export function shown(text: string): string {
  return JSON.stringify(text.length > 30 ? `${text.slice(0, 30)}…` : text);
}
