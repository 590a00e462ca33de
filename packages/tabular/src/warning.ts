import type { ColumnOptions } from "./read-table";

/** What there is to say about a table without refusing it. */
export type WarningCode =
  | "few-rows"
  | "missing-cells"
  | "missing-target"
  | "mixed-column"
  | "ambiguous-date"
  | "empty-column"
  | "constant-column"
  | "constant-target"
  | "class-target"
  | "many-classes"
  | "identifier"
  | "many-levels"
  | "huge-values"
  | "leak"
  | "sum-leak"
  | "unseen-value"
  | "unseen-class"
  | "undefined-score"
  | "dead-units";

/** The option that answers a warning, so that a command line can show it as a flag. */
export interface Remedy {
  readonly option: keyof ColumnOptions | "task";
  /** The columns to name in it, or the task to ask for. */
  readonly values: readonly string[];
}

/** One sentence for people with the numbers and the remedy, a code for machines. */
export interface Warning {
  readonly code: WarningCode;
  readonly column?: string;
  readonly message: string;
  readonly remedy?: Remedy;
}
