// The door for recipes: one may come from a file, where anything can stand.
import { NeuriteError } from "@neurite/tensor";
import type { DesignRecipe } from "./design-recipe";

/** Refuses what is no recipe of `buildDesign`; its formula is parsed by itself. */
export function checkRecipe(recipe: unknown): asserts recipe is DesignRecipe {
  const { formula, columns, levels, polynomials } = fieldsOf(recipe);
  if (typeof formula !== "string") throw bad("formula", "text", formula);
  if (!isList(columns, isText)) throw bad("columns", "a list of names", columns);
  if (!isList(levels, isFactor)) throw bad("levels", "a list of a variable with its different levels each", levels);
  if (!isList(polynomials, isPolynomial)) {
    throw bad("polynomials", "a list of a variable with its centres and norms each, finite numbers", polynomials);
  }
}

const isText = (value: unknown): value is string => typeof value === "string";

function isFactor(value: unknown): boolean {
  const { variable, levels } = fieldsOf(value);
  return isText(variable) && isList(levels, isText) && levels.length > 0 && new Set(levels).size === levels.length;
}

function isPolynomial(value: unknown): boolean {
  const { variable, basis } = fieldsOf(value);
  const { centres, norms } = fieldsOf(basis);
  return (
    isText(variable) &&
    isList(centres, isNumber) &&
    isList(norms, (norm) => isNumber(norm) && norm.high > 0) &&
    centres.length === norms.length
  );
}

function isNumber(value: unknown): value is { readonly high: number; readonly low: number } {
  const { high, low } = fieldsOf(value);
  return Number.isFinite(high) && Number.isFinite(low);
}

function isList(value: unknown, isItem: (item: unknown) => boolean): value is readonly unknown[] {
  return Array.isArray(value) && value.every(isItem);
}

/** The own fields of an object; none of anything else. */
function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}

function bad(field: string, expected: string, got: unknown): NeuriteError {
  const kind = got === null ? "null" : Array.isArray(got) ? "another list" : `a value of type ${typeof got}`;
  return new NeuriteError(
    "bad-argument",
    `formula: "${field}" of the recipe should be ${expected}, got ${kind}. Pass the recipe that buildDesign gave.`,
  );
}
