import type { ColumnSource } from "./column-source";
import { evaluateArithmetic } from "./evaluate-arithmetic";
import type { DesignVariable, Expanded } from "./expand-terms";
import { isText, levelsOf } from "./factor-levels";
import type { Formula } from "./parse-formula";
import { basisOf, type PolynomialBasis } from "./polynomial";

/** What new rows need to get the same columns as the rows of the fit: JSON, to be stored beside the coefficients. */
export interface DesignRecipe {
  readonly formula: string;
  /** The columns that terms name as they are, in the order of the table; `.` stands for these. */
  readonly columns: readonly string[];
  /** The levels of each factor, sorted; a column of text is one without being told. */
  readonly levels: readonly { readonly variable: string; readonly levels: readonly string[] }[];
  /** What each orthogonal polynomial has learnt. */
  readonly polynomials: readonly { readonly variable: string; readonly basis: PolynomialBasis }[];
}

/** Learns from the rows of a fit what a design cannot tell from the formula. */
export function learnRecipe({ text }: Formula, { terms, columns }: Expanded, source: ColumnSource): DesignRecipe {
  const variables = [...new Set(terms.flat())];
  return {
    formula: text,
    columns,
    levels: variables.flatMap((variable) => {
      const levels = learntLevels(variable, source);
      return levels === undefined ? [] : [{ variable: variable.name, levels }];
    }),
    polynomials: variables.flatMap((variable) => {
      if (variable.kind !== "polynomial" || variable.raw) return [];
      const x = evaluateArithmetic(variable.of, variable.name, source);
      return [{ variable: variable.name, basis: basisOf(x, variable) }];
    }),
  };
}

function learntLevels(variable: DesignVariable, source: ColumnSource): readonly string[] | undefined {
  if (variable.kind === "factor") return levelsOf(source.cells(variable.of), variable.name);
  if (variable.kind !== "column") return undefined;
  const cells = source.cells(variable);
  return isText(cells, variable.name) ? levelsOf(cells, variable.name) : undefined;
}
