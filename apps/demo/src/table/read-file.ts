// A file's bytes to a table, with what the page shows on the way and what it says where the file is at fault.
import { readCsv, type TextTable, toTable } from "@neurite/csv";
import { NeuriteError, readTable, type Table } from "neurite";
import { type ColumnView, viewColumn } from "./column-view";

export interface FileToRead {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Whether rows of odd length are left out. */
  readonly leaveOut: boolean;
}

/** What is known before all is read. */
export interface ReadProgress {
  readonly share: number;
  /** The columns as the first part of the file has them. */
  readonly columns?: readonly ColumnView[];
}

export interface ReadTable {
  readonly ok: true;
  readonly name: string;
  readonly table: Table;
  readonly text: TextTable;
  readonly columns: readonly ColumnView[];
}

/** Why a file is no table. */
export interface Fault {
  readonly ok: false;
  readonly message: string;
  /** The line at fault as it stands in the file. */
  readonly line: { readonly number: number; readonly text: string } | undefined;
  /** How many rows of odd length there are, where the table can be read without them. */
  readonly stray: number;
}

const head = 1 << 16;
const longestLine = 300;

/** Reads a whole table; of a large one the columns are told as soon as its first 64 KB are read. */
export function readFile(
  { name, bytes, leaveOut }: FileToRead,
  onProgress: (progress: ReadProgress) => void,
): ReadTable | Fault {
  if (bytes.length > 4 * head) {
    const columns = firstColumns(bytes, name);
    if (columns) onProgress({ share: 0, columns });
  }
  try {
    const text = readCsv(bytes, name, {
      ragged: leaveOut ? "leaveOut" : "refuse",
      onProgress: (share) => onProgress({ share }),
    });
    const table = toTable(text);
    return { ok: true, name, table, text, columns: readTable(table).map(viewColumn) };
  } catch (error) {
    if (!(error instanceof NeuriteError)) throw error;
    return {
      ok: false,
      message: error.message,
      line: lineOf(error.message, bytes),
      stray: leaveOut ? 0 : strayRows(bytes, name),
    };
  }
}

/** The columns of the first whole lines; undefined where they cannot be read alone, as within quotes. */
function firstColumns(bytes: Uint8Array, name: string): readonly ColumnView[] | undefined {
  const end = bytes.subarray(0, head).lastIndexOf(10);
  if (end < 0) return undefined;
  try {
    const text = readCsv(bytes.subarray(0, end + 1), name, { ragged: "leaveOut" });
    return readTable(toTable(text)).map(viewColumn);
  } catch (error) {
    if (error instanceof NeuriteError) return undefined;
    throw error;
  }
}

/** The line that a message names. */
function lineOf(message: string, bytes: Uint8Array): Fault["line"] {
  const named = /\bline (\d+)\b/.exec(message);
  if (!named) return undefined;
  const number = Number(named[1]);
  let start = 0;
  for (let line = 1; line < number; line++) {
    const next = bytes.indexOf(10, start);
    if (next < 0) return undefined;
    start = next + 1;
  }
  const end = bytes.indexOf(10, start);
  const text = new TextDecoder().decode(bytes.subarray(start, end < 0 ? undefined : end)).trimEnd();
  return { number, text: text.length > longestLine ? `${text.slice(0, longestLine)} …` : text };
}

function strayRows(bytes: Uint8Array, name: string): number {
  try {
    return readCsv(bytes, name, { ragged: "leaveOut" }).leftOut.length;
  } catch (error) {
    if (error instanceof NeuriteError) return 0;
    throw error;
  }
}
