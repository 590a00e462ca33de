import type { Columns, Table } from "../columns/columns";
import { designFor } from "../formula/build-design";
import type { ColumnSource } from "../formula/column-source";
import type { DesignRecipe } from "../formula/design-recipe";
import { evaluateArithmetic } from "../formula/evaluate-arithmetic";
import { isText } from "../formula/factor-levels";
import type { Formula } from "../formula/parse-formula";

/** Columns to fit, with or without a column of ones before them, and an offset of their own. */
export interface FitInput {
  readonly table: Table;
  readonly intercept: boolean;
  readonly offset?: Float64Array | undefined;
}

type Read<T> = (target: Formula["target"], source: ColumnSource) => T;

/** What a formula gives a fit, its target as it is read. */
export function formulaInput<T>(
  formula: string | Formula,
  columns: Columns,
  read: Read<T>,
): { input: FitInput; target: T; recipe: DesignRecipe } {
  const { target, recipe, intercept, columns: made, offset, rows } = designFor(formula, columns, read);
  const table = { rows, names: made.map(({ name }) => name), columns: made.map(({ values }) => values) };
  return { input: { table, intercept, offset: offset?.high }, target: target.values, recipe };
}

/** A target of numbers. */
export const readNumbers: Read<Float64Array> = ({ of, name }, source) => evaluateArithmetic(of, name, source).high;

/** A target of classes: the text of a column, as R takes a factor, or numbers such as 0 and 1. */
export const readClasses: Read<Float64Array | readonly string[]> = (target, source) => {
  const { of, name } = target;
  if (of.kind !== "column") return readNumbers(target, source);
  const cells = source.cells(of);
  return isText(cells, name) ? (cells as readonly string[]) : readNumbers(target, source);
};
