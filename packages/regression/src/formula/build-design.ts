import { NeuriteError } from "@neurite/tensor";
import type { Columns } from "../columns/columns";
import type { PreciseColumn } from "../columns/precise-column";
import { checkRecipe } from "./check-recipe";
import { ColumnSource } from "./column-source";
import { type DesignColumn, designColumns } from "./design-columns";
import { type DesignRecipe, learnRecipe } from "./design-recipe";
import { evaluateArithmetic } from "./evaluate-arithmetic";
import { type Expanded, expandTerms } from "./expand-terms";
import { operations } from "./operations";
import { type Formula, parseFormula } from "./parse-formula";
import { paired } from "./precise-operand";

/** What a formula makes of the columns of a table. */
export interface Design {
  readonly rows: number;
  /** Whether a column of ones belongs to it, which is not among the columns. */
  readonly intercept: boolean;
  readonly columns: readonly DesignColumn[];
  /** The sum of all `offset(…)`, where there is one: it is added with a coefficient of 1. */
  readonly offset?: PreciseColumn | undefined;
}

/** The design of a fit. */
export interface FittedDesign<T = PreciseColumn> extends Design {
  /** The left side of the formula. */
  readonly target: { readonly name: string; readonly values: T };
  /** What `applyDesign` needs for new rows. */
  readonly recipe: DesignRecipe;
}

/**
 * Applies a formula to the rows of a fit.
 *
 * Factors (columns of text, and `C(c)`) have one column less than levels: the first level in sorted order is the reference, numbers
 * by size, text by its code units. Where the intercept or a marginal term is missing they have a column for each level, so no column
 * is told by the others; the coding is patsy's. Whole powers, sums and products keep about 31 digits, which is why columns are
 * `{ high, low }`: the number is `high + low`, and `high` alone is that number in float64.
 *
 * Errors: `bad-formula`, `missing-column`, `bad-cell` (a cell is missing, no number, or text among numbers), `bad-data` (lengths, a
 * factor with one level, too high a degree), `not-finite` (a logarithm of 0), `too-few-rows`, `too-large`.
 *
 * Source: Chambers and Hastie, Statistical Models in S (1992), chapter 2; for the coding patsy, "From terms to matrices".
 *
 * @example
 * ```ts
 * import { buildDesign } from "@neurite/regression";
 *
 * const table = { y: [3, 5, 4, 8], x: [1, 2, 3, 4], group: ["a", "b", "a", "b"] };
 * const { columns } = buildDesign("y ~ x * group", table);
 * console.log(columns.map(({ name }) => name)); // → [ 'x', 'group[T.b]', 'x:group[T.b]' ]
 * console.log([...(columns[2]?.values.high ?? [])]); // → [ 0, 2, 0, 4 ]
 * ```
 */
export function buildDesign(formula: string | Formula, columns: Columns): FittedDesign {
  return designFor(formula, columns, ({ of, name }, source) => evaluateArithmetic(of, name, source));
}

/** The design of a fit whose target is read otherwise than as numbers. */
export function designFor<T>(
  formula: string | Formula,
  columns: Columns,
  read: (target: Formula["target"], source: ColumnSource) => T,
): FittedDesign<T> {
  const parsed = typeof formula === "string" ? parseFormula(formula) : formula;
  const source = new ColumnSource(parsed.text, columns);
  if (source.rows === 0) {
    throw new NeuriteError("too-few-rows", "formula: at least 1 row is needed, got 0. Pass the rows to fit.");
  }
  const target = { name: parsed.target.name, values: read(parsed.target, source) };
  const expanded = expandTerms(parsed, source.names);
  const recipe = learnRecipe(parsed, expanded, source);
  return { ...designOf(expanded, recipe, source), target, recipe };
}

/**
 * Makes the columns of a fit for new rows: with its levels, and its orthogonal polynomials.
 *
 * Needs every column that the right side of the formula names; the target is not looked at. The columns are those of the fit, by name
 * and order.
 *
 * Errors: as `buildDesign`; `bad-argument` (no recipe, or one of another formula); a level that the fit has not seen is `bad-cell`.
 *
 * @example
 * ```ts
 * import { applyDesign, buildDesign } from "@neurite/regression";
 *
 * const { recipe } = buildDesign("y ~ poly(x, 2)", { y: [1, 4, 9, 17], x: [1, 2, 3, 4] });
 * const { columns } = applyDesign(recipe, { x: [2.5] });
 * console.log(columns.map(({ name, values }) => [name, values.high[0]])); // → [ [ 'poly(x, 2)1', 0 ], [ 'poly(x, 2)2', -0.625 ] ]
 * ```
 */
export function applyDesign(recipe: DesignRecipe, columns: Columns): Design {
  checkRecipe(recipe);
  const expanded = expandTerms(parseFormula(recipe.formula), recipe.columns);
  return designOf(expanded, recipe, new ColumnSource(recipe.formula, columns));
}

function designOf(expanded: Expanded, recipe: DesignRecipe, source: ColumnSource): Design {
  const [first, ...others] = expanded.offsets.map(({ of, name }) => evaluateArithmetic(of, name, source));
  return {
    rows: source.rows,
    intercept: expanded.intercept,
    columns: designColumns(expanded, recipe, source),
    offset: others.reduce((sum, offset) => paired(sum as PreciseColumn, offset, operations["+"]), first),
  };
}
