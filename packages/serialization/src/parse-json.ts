/**
 * A JSON reader (RFC 8259) for text from files that nobody has checked.
 *
 * `JSON.parse` keeps the last of two equal keys and says nothing, knows no limit of depth, rounds `1e999` to Infinity and makes
 * halves of surrogate pairs out of escapes. Here each of these is an error that tells line and column.
 */
import { NeuriteError } from "@neurite/tensor";
import { excerpt } from "./excerpt";

/** What JSON holds; objects have no prototype, so `__proto__` and `constructor` are keys like any other. */
export type JsonValue<N = number> =
  | null
  | boolean
  | N
  | string
  | readonly JsonValue<N>[]
  | { readonly [key: string]: JsonValue<N> };

/** How deep arrays and objects may be nested: the limit of the reference reader of safetensors. */
const DEEPEST = 127;

const ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  "\\": "\\",
  "/": "/",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
};

/**
 * Reads a JSON text strictly.
 *
 * @param subject what the text is, as a message begins: `the metadata "neurite"`
 * @throws NeuriteError "bad-file" where the text is not JSON, repeats a key or holds a number or a character that does not
 *   exist, "too-large" where it is nested deeper than 127 levels
 */
export function parseJson(text: string, subject: string): JsonValue {
  return readJson(text, subject, Number);
}

/** {@link parseJson} for readers to whom `1` and `1.0` are not the same: `toNumber` gets a number as it is written. */
export function readJson<N>(text: string, subject: string, toNumber: (source: string) => N): JsonValue<N> {
  let at = 0;

  function place(index: number): string {
    const before = text.slice(0, index);
    const line = before.split("\n").length;
    return `at line ${line}, column ${index - before.lastIndexOf("\n")}`;
  }

  function fail(expected: string, index = at): never {
    const character = text.codePointAt(index);
    const got = character === undefined ? "the end of the text" : excerpt(String.fromCodePoint(character));
    refuse(`${expected} ${place(index)}, got ${got}`);
  }

  function refuse(fault: string): never {
    throw new NeuriteError("bad-file", `${subject}: ${fault}. The text is damaged: write the file anew.`);
  }

  function skipSpace(): void {
    for (;;) {
      const code = text.charCodeAt(at);
      if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return;
      at++;
    }
  }

  /** Steps over the next character if it is this one. */
  function take(character: string): boolean {
    skipSpace();
    if (text[at] !== character) return false;
    at++;
    return true;
  }

  function value(depth: number): JsonValue<N> {
    skipSpace();
    switch (text[at]) {
      case "{":
        return object(deeper(depth));
      case "[":
        return array(deeper(depth));
      case '"':
        return string();
      case "t":
        return word("true", true);
      case "f":
        return word("false", false);
      case "n":
        return word("null", null);
      default:
        return number();
    }
  }

  function deeper(depth: number): number {
    if (depth < DEEPEST) return depth + 1;
    throw new NeuriteError(
      "too-large",
      `${subject}: arrays and objects should be nested at most ${DEEPEST} deep, got more ${place(at)}. Nest less deeply.`,
    );
  }

  function object(depth: number): JsonValue<N> {
    at++;
    const members: Record<string, JsonValue<N>> = Object.create(null);
    if (take("}")) return members;
    do {
      skipSpace();
      const start = at;
      if (text[at] !== '"') fail("a key in double quotes should stand");
      const key = string();
      if (Object.hasOwn(members, key)) refuse(`each key should stand once, got ${excerpt(key)} again ${place(start)}`);
      if (!take(":")) fail('":" should follow the key');
      members[key] = value(depth);
    } while (take(","));
    if (!take("}")) fail('"," or "}" should follow the value');
    return members;
  }

  function array(depth: number): JsonValue<N> {
    at++;
    const items: JsonValue<N>[] = [];
    if (take("]")) return items;
    do items.push(value(depth));
    while (take(","));
    if (!take("]")) fail('"," or "]" should follow the value');
    return items;
  }

  function string(): string {
    const opening = at++;
    let whole = "";
    let from = at;
    for (;;) {
      const code = text.charCodeAt(at);
      if (code === 0x22) break;
      if (code === 0x5c) {
        whole += text.slice(from, at) + escaped();
        from = at;
      } else if (code >= 0x20) at++;
      else fail(Number.isNaN(code) ? 'a closing " should stand' : "control characters should be escaped");
    }
    // Half a surrogate pair can only come from escapes, so a plain string needs no look.
    const plain = from === opening + 1;
    whole += text.slice(from, at++);
    if (!plain && /\p{Surrogate}/u.test(whole)) {
      refuse(`surrogates should come in pairs, got half a pair in the string ${place(opening)}`);
    }
    return whole;
  }

  function escaped(): string {
    const kind = text[at + 1] ?? "";
    if (kind === "u") {
      const digits = text.slice(at + 2, at + 6);
      if (!/^[0-9a-fA-F]{4}$/.test(digits)) fail('four hexadecimal digits should follow "\\u"', at + 2);
      at += 6;
      return String.fromCharCode(Number.parseInt(digits, 16));
    }
    const character = Object.hasOwn(ESCAPES, kind) ? ESCAPES[kind] : undefined;
    if (character === undefined) fail('one of " \\ / b f n r t u should follow "\\"', at + 1);
    at += 2;
    return character;
  }

  function word<T>(letters: string, meaning: T): T {
    if (!text.startsWith(letters, at)) fail("a JSON value should stand");
    at += letters.length;
    return meaning;
  }

  // By hand, since a regular expression would run out of stack on a number of some million digits.
  function number(): N {
    const start = at;
    if (text[at] === "-") at++;
    if (text[at] === "0") at++;
    else digits(at === start ? "a JSON value should stand" : 'a digit should follow "-"');
    if (text[at] === ".") {
      at++;
      digits('a digit should follow "."');
    }
    if (text[at] === "e" || text[at] === "E") {
      at++;
      if (text[at] === "+" || text[at] === "-") at++;
      digits("a digit should stand in the exponent");
    }
    const source = text.slice(start, at);
    if (!Number.isFinite(Number(source))) {
      refuse(`numbers should be within ±1.8e308, got ${excerpt(source).replaceAll('"', "")} ${place(start)}`);
    }
    return toNumber(source);
  }

  function digits(expected: string): void {
    const start = at;
    for (let code = text.charCodeAt(at); code >= 0x30 && code <= 0x39; code = text.charCodeAt(at)) at++;
    if (at === start) fail(expected);
  }

  const result = value(0);
  skipSpace();
  if (at < text.length) fail("the text should end after the value");
  return result;
}
