import { NeuriteError } from "@neurite/tensor";
import type { Cell } from "./cell";
import { type Table, tableFromColumns, tableFromRows } from "./table";

/** What a row may be: an object whose fields are cells. */
export type RowOf<Row> = { readonly [K in keyof Row]: Cell };

/** The names of a row's columns. */
export type ColumnName<Row> = keyof Row & string;

/** A row to predict for: any of the columns, any cell may be missing. */
export type InputRow<Row> = { readonly [K in keyof Row]?: Row[K] | null | undefined };

/** Columns to predict for, by name. */
export type InputColumns<Row> = { readonly [K in keyof Row]?: ArrayLike<Row[K] | null | undefined> };

/** Rows, columns by name, or a table of text. */
export type TableSource<Row> =
  | readonly InputRow<Row>[]
  | InputColumns<Row>
  | ReadonlyMap<string, ArrayLike<Cell>>
  | Table;

/** Whatever holds rows, as a table. What is in the cells is looked at later. */
export function toTable<Row>(source: TableSource<Row>): Table {
  if (isTable(source)) return source;
  if (Array.isArray(source)) return tableFromRows(source);
  return tableFromColumns(source as ReadonlyMap<string, ArrayLike<Cell>>);
}

/** A row of a table, counted from 0, as a table of its own. Throws `bad-argument` for a row that is not there. */
export function tableRow({ columns, decimal, lines, rows }: Table, row: number): Table {
  if (!Number.isInteger(row) || row < 0 || row >= rows) {
    throw new NeuriteError(
      "bad-argument",
      `"row" should be a whole number from 0 to ${rows - 1}, got ${row}. Rows are counted from 0.`,
    );
  }
  const line = lines?.[row];
  return {
    columns: columns.map(({ name, cells }) => ({ name, cells: [cells[row]] })),
    rows: 1,
    decimal,
    ...(line !== undefined && { lines: [line] }),
  };
}

function isTable(source: object): source is Table {
  return "columns" in source && Array.isArray(source.columns) && "rows" in source && typeof source.rows === "number";
}
