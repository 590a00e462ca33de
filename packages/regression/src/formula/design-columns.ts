import { NeuriteError } from "@neurite/tensor";
import type { PreciseColumn } from "../columns/precise-column";
import { shown } from "./bad-formula";
import type { ColumnSource } from "./column-source";
import type { DesignRecipe } from "./design-recipe";
import { finite } from "./evaluate-arithmetic";
import { exactTerms } from "./exact-terms";
import type { Expanded, Term } from "./expand-terms";
import { codeFactors, type FactorCoding } from "./factor-coding";
import { type VariableColumn, type VariableColumns, variableColumns } from "./variable-columns";

/** A column of a design; the coefficient that belongs to it has its name. */
export interface DesignColumn {
  /** As patsy and statsmodels name it: `x`, `c[T.b]`, `x:c[T.b]`; columns of `poly` are named as R does, `poly(x, 2)1`. */
  readonly name: string;
  /** The term that it belongs to: `x`, `c`, `x:c`. */
  readonly term: string;
  readonly values: PreciseColumn;
}

const mostCells = 100_000_000;

/** The columns of all terms, in their order; within a term the first variable changes fastest. */
export function designColumns(expanded: Expanded, recipe: DesignRecipe, source: ColumnSource): readonly DesignColumn[] {
  const { terms, intercept } = expanded;
  const variables = new Map(
    [...new Set(terms.flat())].map((variable) => [variable, variableColumns(variable, recipe, source)]),
  );
  const codings = codeFactors(terms, intercept, (one) => variables.get(one)?.kind === "factor", recipe.formula);
  const isExactTerm = exactTerms(terms, recipe, source);
  const blocks = terms.flatMap((term, i) => {
    return (codings[i] as readonly FactorCoding[]).map((coding) => ({
      term: term.map(({ name }) => name).join(":"),
      isExact: () => isExactTerm(term),
      parts: partsOf(term, coding, variables),
    }));
  });
  checkSize(blocks, source.rows);
  return blocks.flatMap(({ term, isExact, parts }) =>
    products(parts).map(({ name, values }) => ({ name, term, values: withExactness(values, isExact) })),
  );
}

interface Block {
  readonly term: string;
  readonly isExact: () => boolean;
  readonly parts: readonly (readonly VariableColumn[])[];
}

function partsOf(term: Term, coding: FactorCoding, variables: ReadonlyMap<Term[number], VariableColumns>) {
  return term.flatMap((variable) => {
    const columns = variables.get(variable) as VariableColumns;
    if (columns.kind === "numbers") return [columns.all];
    const coded = coding.get(variable);
    if (coded === undefined) return [];
    return [coded === "all" ? columns.all : columns.withoutReference];
  });
}

function products(parts: Block["parts"]) {
  let columns: readonly { readonly name: string; readonly values?: PreciseColumn }[] = [{ name: "" }];
  for (const part of parts) {
    columns = part.flatMap(({ label, times }) =>
      columns.map(({ name, values }) => ({
        name: values === undefined ? label : `${name}:${label}`,
        values: times(values),
      })),
    );
  }
  return columns.map(({ name, values }) => ({ name, values: finite(values as PreciseColumn, name) }));
}

/** Looks at the numbers only when it is asked, which is seldom. */
function withExactness(values: PreciseColumn, isExact: () => boolean): PreciseColumn {
  return {
    ...values,
    get exact() {
      return isExact();
    },
  };
}

function checkSize(blocks: readonly Block[], rows: number): void {
  let columns = 0;
  let widest = { term: "", width: 0 };
  for (const { term, parts } of blocks) {
    const width = parts.reduce((product, part) => product * part.length, 1);
    columns += width;
    if (width > widest.width) widest = { term, width };
  }
  if (columns * rows <= mostCells) return;
  throw new NeuriteError(
    "too-large",
    `formula: the design should have at most ${mostCells} cells, got ${rows} rows of ${columns} columns, ${widest.width} of them from ${shown(widest.term)}. Leave that term out, or join levels of its factors.`,
  );
}
