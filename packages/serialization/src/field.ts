// Reads the fields of a model file's description, which may hold anything; every refusal names the place.
import type { Json } from "@neurite/plugin";
import { checkShape, type DType, NeuriteError, type Shape } from "@neurite/tensor";
import { excerpt } from "./excerpt";

/** An object of unknown fields. */
export type Fields = { readonly [key: string]: Json };

/** The error for a part of the description that is not what it should be. */
export function badField(where: string, expected: string, got: Json | undefined): NeuriteError {
  return new NeuriteError(
    "bad-file",
    `This model file is damaged: ${where} should be ${expected}, got ${show(got)}. Write the file anew.`,
  );
}

export function fieldsOf(value: Json | undefined, where: string): Fields {
  if (isFields(value)) return value;
  throw badField(where, "an object", value);
}

export function isFields(value: Json | undefined): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A field of the object itself, not of a prototype. */
export function fieldOf(fields: Fields, name: string): Json | undefined {
  return Object.hasOwn(fields, name) ? fields[name] : undefined;
}

export function listOf(value: Json | undefined, where: string): readonly Json[] {
  if (Array.isArray(value)) return value;
  throw badField(where, "a list", value);
}

export function textOf(value: Json | undefined, where: string): string {
  if (typeof value === "string") return value;
  throw badField(where, "a text", value);
}

export function wordOf<const W extends string>(value: Json | undefined, where: string, words: readonly W[]): W {
  const found = words.find((word) => word === value);
  if (found !== undefined) return found;
  throw badField(where, `one of ${words.join(", ")}`, value);
}

export function wholeOf(value: Json | undefined, where: string, least: number, most: number): number {
  if (typeof value === "number" && Number.isInteger(value) && value >= least && value <= most) return value;
  throw badField(where, `a whole number from ${least} to ${most}`, value);
}

export function shapeOf(value: Json | undefined, where: string): Shape {
  const shape = listOf(value, where).map((side, axis) =>
    wholeOf(side, `${where}[${axis}]`, 0, Number.MAX_SAFE_INTEGER),
  );
  return checkShape(shape, where);
}

const dtypes = ["float32", "float64", "int32", "bool"] as const satisfies readonly DType[];

export function dtypeOf(value: Json | undefined, where: string): DType {
  return wordOf(value, where, dtypes);
}

/** Refuses fields that this version does not know. */
export function checkNames(fields: Fields, where: string, names: readonly string[]): void {
  const stray = Object.keys(fields).find((name) => !names.includes(name));
  if (stray === undefined) return;
  throw new NeuriteError(
    "bad-file",
    `This model file is damaged: ${where} should have no field ${excerpt(stray)}, only ${names.join(", ")}. Write the file anew.`,
  );
}

function show(got: Json | undefined): string {
  if (got === undefined) return "nothing";
  if (typeof got === "string") return excerpt(got);
  if (Array.isArray(got)) return `a list of ${got.length}`;
  return isFields(got) ? "an object" : String(got);
}
