import type { Derivation } from "./derivation";

/** A table whose cells open, where every number ends. */
export interface OpenTable<Column extends string> {
  readonly rows: number;
  /** What a row is called: "customer 12". */
  rowName(row: number): string;
  cell(column: Column, row: number): Derivation;
}
