import { type Backend, NeuriteError } from "@neurite/tensor";
import type { ColumnName } from "./table-source";
import type { Task } from "./target-task";
import type { TrainingWatch } from "./train-network";
import type { TrainingOptions } from "./training-settings";

/** What `fitTable` predicts, from which columns, and how it trains. Only `target` is needed. */
export interface FitTableOptions<Row, Name extends string = ColumnName<Row>> extends TrainingOptions, TrainingWatch {
  /** The column to predict. */
  readonly target: Name;
  /** Found from the target unless told: numbers give regression; text, booleans, and numbers that are 0 and 1 give classification. */
  readonly task?: Task | undefined;
  /** Columns to leave out: identifiers, and what is not known before the target is. */
  readonly ignore?: readonly Name[] | undefined;
  /** Columns to read as categories, such as codes that happen to be numbers. */
  readonly categories?: readonly Name[] | undefined;
  /** Columns to read as numbers; cells that are none count as missing. */
  readonly numbers?: readonly Name[] | undefined;
  /** Up to how many levels a category has one feature for each; above, it is embedded. 32 unless told otherwise. */
  readonly oneHotLimit?: number | undefined;
  /** Decides split, initial weights and order; 0 unless told otherwise. */
  readonly seed?: number | undefined;
  /** The share of rows that early stopping looks at; 0.15 unless told otherwise. */
  readonly validation?: number | undefined;
  /** The share of rows that both models are scored on, once, at the end; 0.15 unless told otherwise. */
  readonly test?: number | undefined;
  /** What the network is trained on; the compiled engine where it can run, unless told otherwise. */
  readonly backend?: Backend | undefined;
}

/** What of `fitTable`'s options matters before anything is trained. */
export type BaselineOptions<Row> = Omit<FitTableOptions<Row>, keyof TrainingOptions | keyof TrainingWatch | "backend">;

/** Refuses what a caller without types may pass. */
export function checkFitTable(rows: unknown, options: { readonly target?: unknown; readonly seed?: unknown }): void {
  if (typeof rows !== "object" || rows === null) {
    throw new NeuriteError(
      "bad-argument",
      `fitTable: the first argument should be rows or a table, got ${rows === null ? "null" : typeof rows}. Pass an array of objects.`,
    );
  }
  if (typeof options !== "object" || options === null || typeof options.target !== "string") {
    throw new NeuriteError(
      "bad-argument",
      'fitTable: "target" should be the name of the column to predict, got none. Pass { target: "…" }.',
    );
  }
  const { seed } = options;
  if (seed === undefined || Number.isSafeInteger(seed)) return;
  throw new NeuriteError(
    "bad-argument",
    `fitTable: "seed" should be a whole number, got ${String(seed)}. Leave it out for 0.`,
  );
}
