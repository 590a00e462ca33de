// A file's bytes to a table of text. What the cells mean is for `tabular` to find out.
import { NeuriteError } from "neurite";
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
  readonly warnings: readonly string[];
}

/**
 * Reads a table with a header line from UTF-8 text.
 *
 * Delimiter, decimal comma and line ends are found; blank lines are no rows.
 * Throws `bad-table`, with the physical line, for what breaks these rules.
 */
export function readTable(file: Uint8Array, name: string): TextTable {
  const { bytes, byteOrderMark } = checkText(file, name);
  const delimiter = findDelimiter(bytes);
  const [head, ...rows] = splitRecords(bytes, delimiter, name);
  if (head === undefined) {
    throw new NeuriteError(
      "bad-table",
      `${name} is empty, expected a line of column names and at least one row. Check that this is the right file.`,
    );
  }
  const warnings = checkHeader(head, rows, name);
  const header = head.cells;
  for (const row of rows) {
    if (row.cells.length !== header.length) throw ragged(row, header, name);
  }
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

function lineEndAfter(bytes: Uint8Array, position: number): "\n" | "\r\n" | "\r" {
  if (bytes[position] !== 13) return "\n";
  return bytes[position + 1] === 10 ? "\r\n" : "\r";
}
