import type { ColumnPlace } from "./arithmetic";
import { callOf, isFunction, parseArithmetic, parseColumn, termFunctions, unknownFunction } from "./parse-arithmetic";
import type { TokenReader } from "./token-reader";
import { columnText, unquoted } from "./tokens";
import type { Factor, Variable } from "./variable";

/** What stands between the parentheses of a call. */
type Call = Uncalled<Exclude<Variable, { kind: "column" }>>;
type Uncalled<V> = V extends Variable ? Omit<V, "name" | "at"> : never;

const highestDegree = 100;
const truths: Readonly<Record<string, boolean>> = {
  TRUE: true,
  True: true,
  true: true,
  T: true,
  FALSE: false,
  False: false,
  false: false,
  F: false,
};
const polynomialForm = "Write poly(x, 2), or poly(x, 2, raw = TRUE).";
const treatmentForm = `Write C(c), or C(c, Treatment(reference="a")).`;

/** Reads what a term is made of: a column or a call. */
export function parseVariable(reader: TokenReader): Variable {
  const { kind, text, at } = reader.next;
  if (kind !== "name" || text === "Q" || !reader.isFollowedBy("(")) return plainColumn(parseColumn(reader));
  const read = callReader(reader);
  const from = reader.place;
  reader.take();
  const call = reader.enclosed(reader.take(), read);
  return { ...call, name: reader.since(from), at };
}

/** A column as a variable, named as a formula writes it. */
export function plainColumn(place: ColumnPlace): Variable {
  return { ...place, name: columnText(place.column) };
}

/** What reads between the parentheses of the function that comes next. */
function callReader(reader: TokenReader): () => Call {
  const { text } = reader.next;
  if (text === "C" || text === "factor") return () => readFactor(reader);
  if (text === "poly") return () => readPolynomial(reader);
  if (text === "offset") return () => ({ kind: "offset", of: parseArithmetic(reader) });
  if (isFunction(text)) return () => ({ kind: "computed", of: callOf(text, parseArithmetic(reader)) });
  throw unknownFunction(reader, termFunctions);
}

function readFactor(reader: TokenReader): Call {
  const of = parseColumn(reader);
  return { kind: "factor", of, reference: reader.takeSign(",") ? readTreatment(reader) : undefined };
}

function readTreatment(reader: TokenReader): Factor["reference"] {
  if (reader.next.text !== "Treatment") throw reader.problem("Treatment", treatmentForm);
  reader.take();
  const opened = reader.takeSign("(");
  if (!opened) return undefined; // Treatment alone is what C does anyway
  return reader.enclosed(opened, () => {
    takeKeyword(reader, "reference");
    const { kind, at } = reader.next;
    if (kind !== "text" && kind !== "number") throw reader.problem("a level", treatmentForm);
    const token = reader.take();
    return { level: kind === "text" ? unquoted(token) : String(Number(token.text)), at };
  });
}

function readPolynomial(reader: TokenReader): Call {
  const of = parseArithmetic(reader);
  reader.expectSign(",", polynomialForm);
  takeKeyword(reader, "degree");
  const { kind, text } = reader.next;
  const degree = Number(text);
  if (kind !== "number" || !Number.isInteger(degree) || degree < 1 || degree > highestDegree) {
    throw reader.problem(`a degree from 1 to ${highestDegree}`, polynomialForm);
  }
  reader.take();
  return { kind: "polynomial", of, degree, raw: reader.takeSign(",") !== undefined && readRaw(reader) };
}

/** `raw`, or `raw = TRUE` and `raw = FALSE` in R's or Python's spelling. */
function readRaw(reader: TokenReader): boolean {
  if (reader.next.text !== "raw") throw reader.problem("raw", polynomialForm);
  if (!takeKeyword(reader, "raw")) {
    reader.take();
    return true;
  }
  const { text } = reader.next;
  if (!Object.hasOwn(truths, text)) throw reader.problem("TRUE or FALSE", polynomialForm);
  reader.take();
  return truths[text] === true;
}

/** Takes `keyword =`, where it stands. */
function takeKeyword(reader: TokenReader, keyword: string): boolean {
  if (reader.next.text !== keyword || !reader.isFollowedBy("=")) return false;
  reader.take();
  reader.take();
  return true;
}
