import type { Columns, Table } from "../columns/columns";
import { buildDesign } from "../formula/build-design";
import type { DesignRecipe } from "../formula/design-recipe";
import type { Formula } from "../formula/parse-formula";

/** Columns to fit, with or without a column of ones before them, and an offset of their own. */
export interface FitInput {
  readonly table: Table;
  readonly intercept: boolean;
  readonly offset?: Float64Array | undefined;
}

/** What a formula gives a fit. */
export function formulaInput(
  formula: string | Formula,
  columns: Columns,
): { input: FitInput; target: Float64Array; recipe: DesignRecipe } {
  const { target, recipe, intercept, columns: made, offset, rows } = buildDesign(formula, columns);
  const table = { rows, names: made.map(({ name }) => name), columns: made.map(({ values }) => values) };
  return { input: { table, intercept, offset: offset?.high }, target: target.values.high, recipe };
}
