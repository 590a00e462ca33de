// A file's bytes to a table of text. What the cells mean is for `tabular` to find out.
import { NeuriteError } from "@neurite/tensor";
import { checkHeader } from "./check-header";
import { checkText } from "./check-text";
import { hasDecimalComma } from "./decimal-comma";
import type { Delimiter } from "./delimiter";
import { findDelimiter } from "./find-delimiter";
import { splitRecords, type TextRecord } from "./split-records";

/** A table as it stands in its file. */
export interface TextTable {
  /** The file's name, for messages. */
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: readonly TextRecord[];
  readonly delimiter: Delimiter;
  readonly decimalComma: boolean;
  readonly lineEnd: "\n" | "\r\n" | "\r";
  readonly byteOrderMark: boolean;
  /** The header's text, letter for letter. */
  readonly headerText: string;
  /** A row's text, letter for letter. */
  rowText(row: TextRecord): string;
  /** The lines of the rows that were left out. */
  readonly leftOut: readonly number[];
  readonly warnings: readonly string[];
}

/** How to read what is not as it should be, and who watches. */
export interface ReadOptions {
  /** Rows with more or fewer cells than the header: an error unless they are to be left out, with a warning. */
  readonly ragged?: "refuse" | "leaveOut";
  /** Called on the way with the share of the text that is read, from 0 to 1. */
  readonly onProgress?: (share: number) => void;
}

/**
 * Reads a table with a header line from the bytes of UTF-8 text.
 *
 * Delimiter (comma, semicolon, tab or bar), decimal comma and line ends are found; quotes are those of RFC 4180; blank lines are no rows.
 * `name` is the file's, for messages. Throws `bad-table`, with the physical line, for what breaks these rules, and for bytes that are no text.
 *
 * @example
 * ```ts
 * import { readCsv, toTable } from "@neurite/csv";
 *
 * const text = readCsv(new TextEncoder().encode("town;rain\nBergen;7,5\nBari;1,6\n"), "rain.csv");
 * console.log(text.delimiter, text.decimalComma); // → ; true
 * console.log(toTable(text).columns[1]?.cells); // → [ '7.5', '1.6' ]
 * ```
 */
export function readCsv(file: Uint8Array, name: string, options: ReadOptions = {}): TextTable {
  const { bytes, byteOrderMark } = checkText(file, name);
  const delimiter = findDelimiter(bytes);
  const [head, ...found] = splitRecords(bytes, delimiter, name, options.onProgress);
  if (head === undefined) {
    throw new NeuriteError(
      "bad-table",
      `${name} is empty, expected a line of column names and at least one row. Check that this is the right file.`,
    );
  }
  const header = head.cells;
  const warnings = checkHeader(head, found, name);
  const stray = found.filter(({ cells }) => cells.length !== header.length);
  const [first] = stray;
  if (first !== undefined) {
    if (options.ragged !== "leaveOut") throw ragged(first, header, name);
    warnings.push(leftOut(stray, header, name));
  }
  const rows = first === undefined ? found : found.filter(({ cells }) => cells.length === header.length);
  if (rows.length === 0) {
    throw new NeuriteError(
      "bad-table",
      `${name} has no rows: after the column names (${header.join(", ")}) nothing follows. Add the rows below them.`,
    );
  }
  const cells = rows.map((row) => row.cells);
  const decoder = new TextDecoder();
  const text = (record: TextRecord) => decoder.decode(bytes.subarray(record.start, record.end));
  return {
    name,
    header,
    rows,
    delimiter,
    decimalComma: hasDecimalComma(cells, delimiter),
    lineEnd: lineEndAfter(bytes, head.end),
    byteOrderMark,
    headerText: text(head),
    rowText: text,
    leftOut: stray.map(({ line }) => line),
    warnings,
  };
}

function ragged(row: TextRecord, header: readonly string[], name: string): NeuriteError {
  const { length } = row.cells;
  const remedy =
    length > header.length
      ? "Put quotes around a cell that holds the delimiter, or remove the extra cells."
      : "Add the missing cells (an empty one is a missing value).";
  return new NeuriteError(
    "bad-table",
    `${name}: line ${row.line} has ${length} ${length === 1 ? "cell" : "cells"}, expected ${header.length} as in the header. ${remedy}`,
  );
}

function leftOut(stray: readonly TextRecord[], header: readonly string[], name: string): string {
  const lines = stray.slice(0, 5).map(({ line }) => line);
  const more = stray.length > lines.length ? " and others" : "";
  const rows = stray.length === 1 ? "1 row was" : `${stray.length} rows were`;
  return `${name}: ${rows} left out for having more or fewer than ${header.length} cells (line ${lines.join(", ")}${more}).`;
}

function lineEndAfter(bytes: Uint8Array, position: number): "\n" | "\r\n" | "\r" {
  if (bytes[position] !== 13) return "\n";
  return bytes[position + 1] === 10 ? "\r\n" : "\r";
}
