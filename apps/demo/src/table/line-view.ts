// The straight line at once: its coefficients and answers, as plain data for the page.
import {
  type Baseline,
  baselineColumns,
  type FittedBaseline,
  fitTableBaseline,
  readTable,
  type Table,
  tableFromColumns,
  type Warning,
} from "neurite";
import { type Answered, answered } from "./answered";
import type { Choice } from "./choice";
import { type ColumnView, viewColumn } from "./column-view";
import { makeUp } from "./make-up";
import { shuffleColumn } from "./shuffle-column";

export interface LineCoefficient {
  readonly name: string;
  readonly estimate: number;
  /** The column's mean in the training rows. */
  readonly mean: number;
  /** Σ x² of the column in the training rows: by so much times d² the squares grow where the coefficient is moved by d. */
  readonly squares: number;
}

export interface LineView {
  readonly task: "regression" | "classification";
  readonly target: string;
  readonly labels: readonly string[];
  readonly rows: { readonly train: number; readonly validation: number; readonly test: number };
  /** The target's mean and standard deviation in the training rows; for classes 0 and 1. */
  readonly mean: number;
  readonly deviation: number;
  readonly intercept: number | null;
  readonly coefficients: readonly LineCoefficient[];
  readonly test: Answered;
  readonly validation: Answered;
  readonly warnings: readonly Warning[];
  /** All columns, those left out too, with the kinds that they are read by. */
  readonly columns: readonly ColumnView[];
}

/** A line with its table, for what is asked next. */
export interface FittedLine {
  readonly table: Table;
  readonly fit: FittedBaseline;
  readonly view: LineView;
}

/** What of a choice the library's options are. */
export function optionsOf({ target, ignore, categories, numbers }: Choice) {
  return { target, ignore, categories, numbers };
}

/** Fits the straight line for a choice; another seed splits the rows another way. */
export function fitLine(source: Table, choice: Choice, seed: number): FittedLine {
  const table = choice.shuffled ? shuffleColumn(source, choice.target) : source;
  const fit = fitTableBaseline(table, { ...optionsOf(choice), seed });
  const { encoder, split, inputs, target, baseline, rows, warnings } = fit;
  const numbers = encoder.target.task === "regression" ? encoder.target : { mean: 0, deviation: 1 };
  const on = (part: Int32Array) =>
    answered(fit.predict(rowsOf(table, part)), encoder.target, target, part, table.lines);
  const made = makeUp(fit);
  const view: LineView = {
    task: encoder.target.task,
    target: choice.target,
    labels: encoder.target.task === "classification" ? encoder.target.labels : [],
    rows,
    mean: numbers.mean,
    deviation: numbers.deviation,
    ...coefficientsOf(baseline, sumsOf(fit, inputs)),
    test: on(split.test),
    validation: on(split.validation),
    warnings: [...warnings, ...(made ? [made] : [])],
    columns: readTable(table, { categories: choice.categories, numbers: choice.numbers }).map(viewColumn),
  };
  return { table, fit, view };
}

/** Some rows of a table as a table. */
export function rowsOf(table: Table, rows: Int32Array): Table {
  return tableFromColumns(
    table.columns.map(({ name, cells }) => [name, Array.from(rows, (row) => cells[row])] as const),
    { decimal: table.decimal },
  );
}

type Sums = Pick<LineCoefficient, "mean" | "squares">;

function sumsOf({ encoder, split }: FittedBaseline, inputs: FittedBaseline["inputs"]): ReadonlyMap<string, Sums> {
  return new Map(
    baselineColumns(encoder.inputs, inputs, split.train).map(({ name, values }) => [
      name,
      {
        mean: values.reduce((sum, x) => sum + x, 0) / values.length,
        squares: values.reduce((sum, x) => sum + x * x, 0),
      },
    ]),
  );
}

function coefficientsOf(
  baseline: Baseline,
  sums: ReadonlyMap<string, Sums>,
): Pick<LineView, "intercept" | "coefficients"> {
  if (baseline.kind !== "linear" && baseline.kind !== "logistic") return { intercept: null, coefficients: [] };
  return {
    intercept: baseline.intercept,
    coefficients: baseline.coefficients.map(({ name, estimate }) => ({
      name,
      estimate,
      ...(sums.get(name) ?? { mean: 0, squares: 0 }),
    })),
  };
}
