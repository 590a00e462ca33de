import { NeuriteError, nearestName } from "@neurite/tensor";
import type { Cell } from "./cell";
import type { Decimal } from "./number-text";
import { count, list, quote } from "./wording";

/** A named column of cells. */
export interface Column {
  readonly name: string;
  readonly cells: ArrayLike<Cell>;
}

/** Cells in columns of one length; what a cell means is decided later, by `readTable`. */
export interface Table {
  readonly columns: readonly Column[];
  /** How many rows there are. */
  readonly rows: number;
  /** The decimal sign of numbers that come as text. */
  readonly decimal: Decimal;
  /** The line of its file on which each row begins, for messages. */
  readonly lines?: ArrayLike<number>;
}

/** What is known of a table beside its cells. */
export interface TableOptions {
  /** The decimal sign of numbers that come as text; default ".". */
  readonly decimal?: Decimal;
  /** The line of its file on which each row begins; messages then say `line 3` and not `row 2`. */
  readonly lines?: ArrayLike<number>;
}

/**
 * A table from records: the columns are the records' own keys in the order in which they first appear.
 *
 * A key that a record lacks is a missing cell.
 */
export function tableFromRows(rows: readonly Readonly<Record<string, Cell>>[], options: TableOptions = {}): Table {
  const names = new Set<string>();
  for (const [at, row] of rows.entries()) {
    if (typeof row !== "object" || row === null) {
      throw new NeuriteError("bad-data", `row ${at + 1} should be an object of cells by column name, got ${row}.`);
    }
    for (const name of Object.keys(row)) names.add(name);
  }
  const columns = [...names].map((name) => ({
    name,
    cells: rows.map((row) => (Object.hasOwn(row, name) ? row[name] : undefined)),
  }));
  return build(columns, rows.length, options);
}

/** A table from columns: entries of name and cells, a Map or an object. */
export function tableFromColumns(
  columns: Iterable<readonly [string, ArrayLike<Cell>]> | Readonly<Record<string, ArrayLike<Cell>>>,
  options: TableOptions = {},
): Table {
  const entries = Symbol.iterator in columns ? columns : Object.entries(columns);
  const listed = Array.from(entries as Iterable<readonly [string, ArrayLike<Cell>]>, ([name, cells]) => ({
    name,
    cells,
  }));
  const rows = listed[0]?.cells.length ?? 0;
  for (const { name, cells } of listed) {
    if (cells.length === rows) continue;
    throw new NeuriteError(
      "bad-table",
      `The columns should be equally long: ${quote(listed[0]?.name ?? "")} has ${count(rows, "cell")}, ${quote(name)} has ${cells.length}.`,
    );
  }
  return build(listed, rows, options);
}

/**
 * A table from the records of a text file: a header, then as many cells in every row.
 *
 * Refused with "bad-table": no header, a row too short or too long (by its line), two columns of one name.
 */
export function tableFromArrays(
  header: readonly string[],
  rows: readonly (readonly Cell[])[],
  options: TableOptions = {},
): Table {
  if (header.length === 0) {
    throw new NeuriteError(
      "bad-table",
      "The table is empty: there is not even a header. Write the column names first.",
    );
  }
  for (const [row, cells] of rows.entries()) {
    if (cells.length === header.length) continue;
    throw new NeuriteError(
      "bad-table",
      `${place(options, row)}: the header has ${count(header.length, "column")}, this row has ${count(cells.length, "cell")}. Add or remove what differs, or put quotes round text that holds the delimiter.`,
    );
  }
  const columns = header.map((name, at) => ({ name, cells: rows.map((cells) => cells[at]) }));
  return build(columns, rows.length, options);
}

/** Where a row stands, for messages: its line in the file, or its number counted from 1. */
export function place(table: Pick<Table, "lines"> | TableOptions, row: number): string {
  const line = table.lines?.[row];
  return line === undefined ? `row ${row + 1}` : `line ${line}`;
}

/** The error for a name that no column has. */
export function missingColumn(asked: string, columns: readonly { readonly name: string }[], why = ""): NeuriteError {
  const names = columns.map((column) => column.name);
  const near = nearestName(asked, names);
  const advice = near === undefined ? "" : ` Did you mean ${quote(near)}?`;
  return new NeuriteError(
    "missing-column",
    `There is no column ${quote(asked)}${why}; the columns are ${list(names)}.${advice}`,
  );
}

function build(columns: readonly Column[], rows: number, { decimal = ".", lines }: TableOptions): Table {
  const seen = new Set<string>();
  for (const { name } of columns) {
    if (seen.has(name)) {
      throw new NeuriteError("bad-table", `There is a duplicate column name: ${quote(name)}. Give each its own name.`);
    }
    seen.add(name);
  }
  if (lines !== undefined && lines.length !== rows) {
    throw new NeuriteError(
      "bad-argument",
      `"lines" should have one number for each of ${rows} rows, got ${lines.length}.`,
    );
  }
  return lines === undefined ? { columns, rows, decimal } : { columns, rows, decimal, lines };
}
