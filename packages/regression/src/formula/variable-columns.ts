import { NeuriteError } from "@neurite/tensor";
import type { PreciseColumn } from "../columns/precise-column";
import { badFormula, listed, meant, shown } from "./bad-formula";
import type { ColumnSource } from "./column-source";
import type { DesignRecipe } from "./design-recipe";
import { evaluateArithmetic, finite } from "./evaluate-arithmetic";
import type { DesignVariable } from "./expand-terms";
import { levelPlaces } from "./factor-levels";
import { operations } from "./operations";
import { orthogonalPolynomials, powersOf } from "./polynomial";
import { paired } from "./precise-operand";
import type { Polynomial } from "./variable";

/** One column of a variable, to be multiplied into a column of a design. */
export interface VariableColumn {
  readonly label: string;
  /** The product with a column; itself where there is none yet. */
  times(column: PreciseColumn | undefined): PreciseColumn;
}

/** The columns of a variable: one of a number, as many as its degree of a polynomial, one a level of a factor. */
export type VariableColumns =
  | { readonly kind: "numbers"; readonly all: readonly VariableColumn[] }
  | {
      readonly kind: "factor";
      readonly all: readonly VariableColumn[];
      readonly withoutReference: readonly VariableColumn[];
    };

/** Reads a variable as the recipe has it. */
export function variableColumns(variable: DesignVariable, recipe: DesignRecipe, source: ColumnSource): VariableColumns {
  const { name } = variable;
  const levels = recipe.levels.find((known) => known.variable === name)?.levels;
  switch (variable.kind) {
    case "column":
      return levels === undefined
        ? numbers([[name, source.numbers(variable)]])
        : factor(name, levels, levelPlaces(source.cells(variable), levels, name), 0);
    case "computed":
      return numbers([[name, evaluateArithmetic(variable.of, name, source)]]);
    case "polynomial": {
      const columns = polynomialColumns(variable, recipe, source);
      return numbers(columns.map((column, i) => [`${name}${i + 1}`, finite(column, name)]));
    }
    case "factor": {
      if (levels === undefined) throw lacks(name, "levels");
      const places = levelPlaces(source.cells(variable.of), levels, name);
      return factor(name, levels, places, referencePlace(variable.reference, levels, recipe.formula));
    }
    default:
      return variable satisfies never;
  }
}

function numbers(columns: readonly (readonly [label: string, values: PreciseColumn])[]): VariableColumns {
  const all = columns.map(([label, values]) => ({
    label,
    times: (column: PreciseColumn | undefined) =>
      column === undefined ? values : paired(column, values, operations["*"]),
  }));
  return { kind: "numbers", all };
}

function factor(name: string, levels: readonly string[], places: Int32Array, reference: number): VariableColumns {
  const labelled = (mark: string) =>
    levels.map((level, place) => ({
      label: `${name}[${mark}${level}]`,
      times: (column: PreciseColumn | undefined) => atLevel(column, places, place),
    }));
  return { kind: "factor", all: labelled(""), withoutReference: labelled("T.").filter((_, i) => i !== reference) };
}

/** A column, or 1, in the rows of one level, and 0 in the others. */
function atLevel(column: PreciseColumn | undefined, places: Int32Array, place: number): PreciseColumn {
  const high = new Float64Array(places.length);
  const low = column?.low && new Float64Array(places.length);
  for (let row = 0; row < places.length; row++) {
    if (places[row] !== place) continue;
    high[row] = column === undefined ? 1 : (column.high[row] as number);
    if (low) low[row] = column?.low?.[row] as number;
  }
  return low ? { high, low } : { high };
}

function polynomialColumns(variable: Polynomial, { polynomials }: DesignRecipe, source: ColumnSource) {
  const { name, degree, raw } = variable;
  const x = evaluateArithmetic(variable.of, name, source);
  if (raw) return powersOf(x, degree);
  const known = polynomials.find((polynomial) => polynomial.variable === name);
  if (known?.basis.norms.length !== degree + 1) throw lacks(name, "polynomials");
  return orthogonalPolynomials(x, known.basis);
}

function referencePlace(reference: { level: string; at: number } | undefined, levels: readonly string[], text: string) {
  if (reference === undefined) return 0;
  const place = levels.indexOf(reference.level);
  if (place >= 0) return place;
  throw badFormula({
    text,
    at: reference.at,
    expected: "a level",
    got: shown(reference.level),
    remedy: `${meant(reference.level, levels)}The levels are ${listed(levels)}.`,
  });
}

function lacks(name: string, part: string): NeuriteError {
  return new NeuriteError(
    "bad-argument",
    `formula: "${part}" of the recipe should have an entry for ${shown(name)}, got none. Pass the recipe that buildDesign gave.`,
  );
}
