// The table that `predict` writes: the input's text letter for letter, and new columns at its end.
import { NeuriteError } from "@neurite/tensor";
import type { Delimiter } from "./delimiter";
import type { TextTable } from "./read-csv";

/** A column to add: its name and one cell for each row. */
export interface AddedColumn {
  readonly name: string;
  readonly cells: readonly string[];
}

/** Throws `bad-table` if the table already has one of the columns that are to be added. */
export function checkAddedNames(table: TextTable, names: readonly string[]): void {
  const taken = names.find((name) => table.header.includes(name));
  if (taken === undefined) return;
  throw new NeuriteError(
    "bad-table",
    `${table.name} already has a column "${taken}", which is about to be added. Rename or remove it.`,
  );
}

/** The table's text with columns added, in pieces of some rows; delimiter, line ends and byte order mark stay. */
export function* tableWithColumns(table: TextTable, added: readonly AddedColumn[]): Generator<string> {
  checkAddedNames(
    table,
    added.map((column) => column.name),
  );
  const { delimiter, lineEnd } = table;
  const line = (text: string, cells: readonly string[]) =>
    [text, ...cells.map((cell) => encodeCell(cell, delimiter))].join(delimiter) + lineEnd;
  let piece =
    (table.byteOrderMark ? "\ufeff" : "") +
    line(
      table.headerText,
      added.map((column) => column.name),
    );
  for (const [i, row] of table.rows.entries()) {
    piece += line(
      table.rowText(row),
      added.map((column) => column.cells[i] ?? ""),
    );
    if (piece.length > 1 << 16) {
      yield piece;
      piece = "";
    }
  }
  if (piece !== "") yield piece;
}

/** A cell as CSV writes it: in quotes where its text would otherwise be read as something else (RFC 4180). */
export function encodeCell(cell: string, delimiter: Delimiter): string {
  const needsQuotes = cell.includes(delimiter) || /["\r\n]/.test(cell) || cell.trim() !== cell;
  return needsQuotes ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** A number as this table writes numbers: every digit, with a decimal comma where the table has one. */
export function numberCell(value: number, table: TextTable): string {
  const text = String(value);
  return table.decimalComma ? text.replace(".", ",") : text;
}
