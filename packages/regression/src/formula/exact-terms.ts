// Which terms have numbers that are known to 31 digits, so that even the last of them tells columns apart.
import { isExact } from "../columns/is-exact";
import type { Arithmetic, ColumnPlace } from "./arithmetic";
import type { ColumnSource } from "./column-source";
import { columnsIn } from "./columns-in";
import type { DesignRecipe } from "./design-recipe";
import type { DesignVariable, Term } from "./expand-terms";

/**
 * Whether the numbers of a term are exact.
 *
 * They are where its columns are and nothing but `+ - * /` and whole powers was done with them. Where all terms are made of one column of
 * numbers, that counts as exact too: its rounding moves the points at which powers are taken, and makes no power a sum of others.
 */
export function exactTerms(
  terms: readonly Term[],
  recipe: DesignRecipe,
  source: ColumnSource,
): (term: Term) => boolean {
  const factors = new Set(recipe.levels.map(({ variable }) => variable));
  const arithmeticOf = (variable: DesignVariable): Arithmetic | undefined => {
    if (variable.kind === "factor" || factors.has(variable.name)) return undefined;
    return variable.kind === "column" ? variable : variable.of;
  };
  const numeric = terms
    .flat()
    .flatMap((variable) => columnsIn(arithmeticOf(variable) ?? { kind: "number", text: "1" }));
  const isAlone = new Set(numeric.map(({ column }) => column)).size <= 1;
  const known = new Map<string, boolean>();
  const isExactColumn = (place: ColumnPlace) => {
    const exact = known.get(place.column) ?? (isAlone || isExact(source.numbers(place)));
    known.set(place.column, exact);
    return exact;
  };
  return (term) =>
    term.every((variable) => {
      const of = arithmeticOf(variable);
      if (of === undefined) return true;
      if (variable.kind === "polynomial" && !variable.raw) return false;
      return isPrecise(of) && columnsIn(of).every(isExactColumn);
    });
}

/** Whether arithmetic keeps 31 digits. */
function isPrecise(of: Arithmetic): boolean {
  switch (of.kind) {
    case "number":
    case "column":
      return true;
    case "call":
      return of.function === "I" && isPrecise(of.of);
    case "negative":
      return isPrecise(of.of);
    case "power":
      return isPrecise(of.base) && of.exponent.kind === "number" && Number.isInteger(Number(of.exponent.text));
    case "chain":
      return isPrecise(of.first) && of.rest.every(({ operand }) => isPrecise(operand));
    default:
      return of satisfies never;
  }
}
