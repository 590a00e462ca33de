// Reads fields of parsed JSON from a model file, which may hold anything. Every refusal names the place.

import { NeuriteError } from "@neurite/tensor";
import { quote } from "./wording";

/** An object of unknown fields. */
export type Fields = Readonly<Record<string, unknown>>;

/** The error for a field that is not what it should be. */
export function badField(where: string, expected: string, found: unknown): NeuriteError {
  return new NeuriteError(
    "bad-file",
    `The table's part of this model file is broken: ${where} should be ${expected}, got ${describe(found)}. Write the file anew.`,
  );
}

/** An object, not an array. */
export function fieldsOf(value: unknown, where: string): Fields {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Fields;
  throw badField(where, "an object", value);
}

/** A field of an object itself, not of its prototype. */
export function field(fields: Fields, name: string): unknown {
  return Object.hasOwn(fields, name) ? fields[name] : undefined;
}

export function textField(fields: Fields, name: string, where: string): string {
  const value = field(fields, name);
  if (typeof value === "string") return value;
  throw badField(`${where}.${name}`, "text", value);
}

export function truthField(fields: Fields, name: string, where: string): boolean {
  const value = field(fields, name);
  if (typeof value === "boolean") return value;
  throw badField(`${where}.${name}`, "true or false", value);
}

/** A finite number from `least` to `most`. */
export function numberField(fields: Fields, name: string, where: string, least = -Infinity, most = Infinity): number {
  const value = field(fields, name);
  if (typeof value === "number" && Number.isFinite(value) && value >= least && value <= most) return value;
  const low = least === -Infinity ? "" : ` from ${least}`;
  const high = most === Infinity ? "" : ` to ${most}`;
  throw badField(`${where}.${name}`, `a finite number${low}${high}`, value);
}

/** A finite number from `least` on, or null. */
export function numberOrNull(fields: Fields, name: string, where: string, least = -Infinity): number | null {
  return field(fields, name) === null ? null : numberField(fields, name, where, least);
}

/** More than any table has. */
const mostRows = 1e12;

/** A count of rows or columns, at least `least`. */
export function wholeField(fields: Fields, name: string, where: string, least = 0): number {
  const value = numberField(fields, name, where, least, mostRows);
  if (Number.isInteger(value)) return value;
  throw badField(`${where}.${name}`, "a whole number", value);
}

export function wordField<const W extends string>(fields: Fields, name: string, where: string, words: readonly W[]): W {
  const value = field(fields, name);
  const found = words.find((word) => word === value);
  if (found !== undefined) return found;
  throw badField(`${where}.${name}`, `one of ${words.map(quote).join(", ")}`, value);
}

export function listField(fields: Fields, name: string, where: string): readonly unknown[] {
  const value = field(fields, name);
  if (Array.isArray(value)) return value;
  throw badField(`${where}.${name}`, "a list", value);
}

/** A list of texts without repetition. */
export function textsField(fields: Fields, name: string, where: string): readonly string[] {
  const seen = new Set<string>();
  return listField(fields, name, where).map((value, i) => {
    if (typeof value !== "string") throw badField(`${where}.${name}[${i}]`, "text", value);
    if (seen.has(value)) throw badField(`${where}.${name}[${i}]`, "a text that is not there yet", value);
    seen.add(value);
    return value;
  });
}

function describe(value: unknown): string {
  if (value === undefined) return "nothing";
  if (value === null) return "null";
  if (typeof value === "string") return quote(value);
  if (Array.isArray(value)) return `a list of ${value.length}`;
  return typeof value === "object" ? "an object" : String(value);
}
