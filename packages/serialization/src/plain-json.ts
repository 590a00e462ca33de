import type { Json } from "@neurite/plugin";
import { NeuriteError } from "@neurite/tensor";
import { excerpt } from "./excerpt";

/** How deep data may be nested in each part of a model file; with what stands around it, its JSON stays within the reader's 127 levels. */
const DEEPEST_DATA = 110;

/** Writes an object in a way of its own; undefined where it is plain data like any other. */
export type WriteObject = (value: object, where: string, depth: number) => Json | undefined;

/**
 * The JSON data that a value is, copied.
 *
 * `JSON.stringify` turns NaN into null and drops functions without a word; here they are errors that name the place.
 */
export function plainJson(value: unknown, where: string, writeObject?: WriteObject, depth = 0): Json {
  switch (typeof value) {
    case "boolean":
      return value;
    case "number":
      if (Number.isFinite(value)) return value;
      throw bad(where, "a finite number", String(value));
    case "string":
      if (!/\p{Surrogate}/u.test(value)) return value;
      throw bad(where, "valid Unicode", `half a surrogate pair in ${excerpt(value)}`);
    case "object":
      if (value === null) return null;
      if (depth >= DEEPEST_DATA) throw tooDeep(where);
      return writeObject?.(value, where, depth) ?? plainObject(value, where, writeObject, depth + 1);
    default:
      throw bad(where, "plain data or a kind", `a ${typeof value}`);
  }
}

function plainObject(value: object, where: string, writeObject: WriteObject | undefined, depth: number): Json {
  if (Array.isArray(value)) {
    return Array.from(value, (part, i) => plainJson(part, `${where}[${i}]`, writeObject, depth));
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) {
    throw bad(where, "plain data or a kind", `an instance of ${value.constructor?.name || "a class"}`);
  }
  const fields: (readonly [string, Json])[] = [];
  for (const [name, part] of Object.entries(value)) {
    if (part === undefined) continue; // an option that was left open
    plainJson(name, `a name in ${where}`);
    fields.push([name, plainJson(part, `${where}.${name}`, writeObject, depth)]);
  }
  return Object.fromEntries(fields);
}

function tooDeep(where: string): NeuriteError {
  return new NeuriteError(
    "too-large",
    `save: data should be nested at most ${DEEPEST_DATA} deep, got more at ${where.slice(0, 100)}. Nest less deeply, and check that nothing holds itself.`,
  );
}

function bad(where: string, expected: string, got: string): NeuriteError {
  return new NeuriteError(
    "bad-argument",
    `save: ${where} should be ${expected}, got ${got}. A file holds JSON data only: put it in another form.`,
  );
}
