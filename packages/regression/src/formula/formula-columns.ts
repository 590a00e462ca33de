import type { Arithmetic } from "./arithmetic";
import { columnsIn } from "./columns-in";
import { expandTerms } from "./expand-terms";
import { type Formula, parseFormula } from "./parse-formula";
import type { Variable } from "./variable";

/**
 * The columns of a table that a formula uses, in the table's order: which cells have to be there.
 *
 * The target counts, and so do offsets; what is taken away again, as `a` in `y ~ . - a`, does not. Columns that the formula names
 * and the table lacks are left to `buildDesign`, which tells where they stand.
 *
 * Errors: `bad-formula`, `too-large`.
 *
 * @example
 * ```ts
 * import { formulaColumns } from "@neurite/regression";
 *
 * console.log(formulaColumns("log(y) ~ x:C(group) - x", ["note", "group", "x", "y"])); // → [ 'group', 'x', 'y' ]
 * ```
 */
export function formulaColumns(formula: string | Formula, columns: readonly string[]): readonly string[] {
  const parsed = typeof formula === "string" ? parseFormula(formula) : formula;
  const { terms, offsets } = expandTerms(parsed, columns);
  const arithmetic = [parsed.target.of, ...[...terms.flat(), ...offsets].map(arithmeticOf)];
  const used = new Set(arithmetic.flatMap(columnsIn).map(({ column }) => column));
  return columns.filter((column) => used.has(column));
}

const arithmeticOf = (variable: Variable): Arithmetic => (variable.kind === "column" ? variable : variable.of);
