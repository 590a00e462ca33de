import { parseVariable } from "./parse-variable";
import type { TermLink, TermTree } from "./term-tree";
import type { TokenReader } from "./token-reader";

const arithmetic = "Write I(…) for arithmetic, as in I(2 * x); of numbers, terms know 1 and 0 for the intercept.";

/** Reads a sum of terms up to where it cannot go on; the grammar stands at `parseFormula`. */
export function parseTerms(reader: TokenReader): TermTree {
  const leading = reader.next.kind === "sign" && ["+", "-"].includes(reader.next.text);
  const first: TermTree = leading ? { kind: "nothing" } : product(reader);
  const rest: TermLink[] = [];
  for (let sign = takeSigns(reader); sign; sign = takeSigns(reader)) {
    rest.push({ ...sign, operand: product(reader) });
  }
  return rest.length === 0 ? first : { kind: "chain", first, rest };
}

/** `+ -` counts as a minus, and so on. */
function takeSigns(reader: TokenReader): Pick<TermLink, "sign" | "at"> | undefined {
  let taken: Pick<TermLink, "sign" | "at"> | undefined;
  for (let next = reader.takeSign("+", "-"); next; next = reader.takeSign("+", "-")) {
    const isMinus = (taken?.sign === "-") !== (next.text === "-");
    taken = { sign: isMinus ? "-" : "+", at: taken?.at ?? next.at };
  }
  return taken;
}

const product = (reader: TokenReader) => chain(reader, ["*", "/"], nested);
const nested = (reader: TokenReader) => chain(reader, ["%in%"], interaction);
const interaction = (reader: TokenReader) => chain(reader, [":"], power);

function chain(
  reader: TokenReader,
  signs: readonly TermLink["sign"][],
  read: (reader: TokenReader) => TermTree,
): TermTree {
  const { at } = reader.next;
  const first = read(reader);
  const rest: TermLink[] = [];
  for (let sign = reader.takeSign(...signs); sign; sign = reader.takeSign(...signs)) {
    if (rest.length === 0) refuseNumber(reader, first, at);
    const place = reader.next.at;
    const operand = read(reader);
    refuseNumber(reader, operand, place);
    rest.push({ sign: sign.text as TermLink["sign"], operand, at: sign.at }); // takeSign takes no other
  }
  return rest.length === 0 ? first : { kind: "chain", first, rest };
}

function power(reader: TokenReader): TermTree {
  const { at } = reader.next;
  const base = atom(reader);
  const sign = reader.takeSign("^", "**");
  if (!sign) return base;
  refuseNumber(reader, base, at);
  const exponent = Number(reader.next.text);
  if (reader.next.kind !== "number" || !Number.isInteger(exponent) || exponent < 1) {
    throw reader.problem(
      "a whole number from 1",
      "A power of terms, as in (a + b)^2, is their interactions; write I(x^2) for a power of numbers.",
    );
  }
  reader.take();
  return { kind: "power", base, exponent, at: sign.at };
}

function atom(reader: TokenReader): TermTree {
  const { kind, text, at } = reader.next;
  const opened = reader.takeSign("(");
  if (opened) return reader.enclosed(opened, () => parseTerms(reader));
  if (kind === "number") {
    const value = Number(text);
    if (value !== 0 && value !== 1) throw reader.problem("a term", arithmetic);
    reader.take();
    return { kind: "intercept", present: value === 1 };
  }
  if (kind === "name" && text === ".") {
    reader.take();
    return { kind: "rest", at };
  }
  if (kind === "name" || kind === "quoted") return { kind: "variable", variable: parseVariable(reader) };
  throw reader.problem("a term", "Write a column, a function such as log(x) or I(x^2), 1, 0 or a parenthesis.");
}

function refuseNumber(reader: TokenReader, operand: TermTree, at: number): void {
  if (operand.kind !== "intercept") return;
  throw reader.problem("a term", arithmetic, { at, got: operand.present ? `"1"` : `"0"` });
}
