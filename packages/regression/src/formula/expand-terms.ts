import { badFormula, shown } from "./bad-formula";
import { columnsIn } from "./columns-in";
import type { Formula } from "./parse-formula";
import { plainColumn } from "./parse-variable";
import type { TermTree } from "./term-tree";
import { columnText } from "./tokens";
import type { Offset, Variable } from "./variable";
import { workOut } from "./work-out";

/** The right side of a formula with its operators worked out. */
export interface Expanded {
  readonly intercept: boolean;
  /** Those of fewer variables first, among equals in the order of the text. */
  readonly terms: readonly Term[];
  readonly offsets: readonly Offset[];
  /** The columns that are named as they are, by themselves or by `.`, in the order of the table. */
  readonly columns: readonly string[];
}

/** A product of variables, in the order of the text. */
export type Term = readonly DesignVariable[];
export type DesignVariable = Exclude<Variable, Offset>;

// enough for .^2 of as many columns as 10,000 terms can come from
const mostWork = 1_000_000;

/** Works out a formula for a table: `.` stands for its columns without those that the target uses. */
export function expandTerms(formula: Formula, columns: readonly string[]): Expanded {
  const used = new Set(columnsIn(formula.target.of).map(({ column }) => column));
  const rest = columns.filter((column) => !used.has(column));
  const variables = new Map<string, Variable>();
  for (const variable of variablesIn(formula.terms, rest)) {
    if (!variables.has(variable.name)) variables.set(variable.name, variable);
  }
  const { terms, intercept = true } = workOut(formula.terms, {
    text: formula.text,
    numbers: new Map([...variables.keys()].map((name, i) => [name, i])),
    rest: rest.map(columnText),
    work: { left: mostWork },
  });
  const all = [...variables.values()];
  const products = [...terms.values()].map((product) => product.map((i) => all[i] as Variable));
  const named = rest.filter((column) => variables.has(columnText(column)));
  return { ...parted(formula, products, intercept), intercept, columns: named };
}

function variablesIn(tree: TermTree, rest: readonly string[]): readonly Variable[] {
  switch (tree.kind) {
    case "nothing":
    case "intercept":
      return [];
    case "rest":
      return rest.map((column) => plainColumn({ kind: "column", column, at: tree.at }));
    case "variable":
      return [tree.variable];
    case "power":
      return variablesIn(tree.base, rest);
    case "chain":
      return [tree.first, ...tree.rest.map(({ operand }) => operand)].flatMap((part) => variablesIn(part, rest));
    default:
      return tree satisfies never;
  }
}

function parted({ text, target }: Formula, products: readonly (readonly Variable[])[], intercept: boolean) {
  const terms: Term[] = [];
  const offsets: Offset[] = [];
  for (const product of products) {
    const own = product.find(({ name }) => name === target.name);
    if (own !== undefined) {
      throw badFormula({
        text,
        at: own.at,
        expected: "a term other than the target",
        got: shown(own.name),
        remedy: "What is to be explained cannot explain itself: leave it out on one side.",
      });
    }
    const offset = product.find(isOffset);
    if (offset === undefined) terms.push(product as Term);
    else if (product.length === 1) offsets.push(offset);
    else {
      throw badFormula({
        text,
        at: offset.at,
        expected: "an offset that stands alone",
        got: shown(product.map(({ name }) => name).join(":")),
        remedy: "An offset has no coefficient: add it, as in y ~ x + offset(z).",
      });
    }
  }
  if (terms.length === 0 && !intercept) {
    throw badFormula({
      text,
      at: text.length + 1,
      expected: "a term or the intercept",
      got: "neither",
      remedy: "Write y ~ 1 for the mean alone.",
    });
  }
  return { terms: terms.sort((a, b) => a.length - b.length), offsets };
}

function isOffset(variable: Variable): variable is Offset {
  return variable.kind === "offset";
}
