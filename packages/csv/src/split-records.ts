// Text to records of cells, by csv-parse; what is added here is the physical line and the exact place of each record.
// Its build for browsers runs in every runtime; the other one needs Node's Buffer.

import { NeuriteError } from "@neurite/tensor";
import { CsvError, parse } from "csv-parse/browser/esm/sync";
import type { Delimiter } from "./delimiter";
import { openQuote } from "./open-quote";

const lineFeed = 10;
const carriageReturn = 13;
const recordsPerReport = 1024;

/** One record of a table: its cells, where its text stands, and the physical line it begins on (the first is 1). */
export interface TextRecord {
  readonly cells: readonly string[];
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/**
 * Splits UTF-8 text into records; blank lines are none.
 *
 * White space around a cell is dropped, inside quotes it is kept. A quote in the middle of a cell stands for itself.
 * Throws `bad-table` with the physical line for a quote that never closes, or that closes in the middle of a cell.
 */
export function splitRecords(
  bytes: Uint8Array,
  delimiter: Delimiter,
  name: string,
  onProgress?: (share: number) => void,
): TextRecord[] {
  const lineEnd = bytes.includes(lineFeed) ? lineFeed : carriageReturn;
  const records: TextRecord[] = [];
  let line = 1;
  let position = 0;
  const decoder = new TextDecoder();

  const take = (cells: readonly string[], context: { readonly bytes: number }) => {
    const until = context.bytes;
    const start = skipBlankLines(bytes, position, until, lineEnd, delimiter);
    line += countByte(bytes, lineEnd, position, start);
    const end = withoutLineEnd(bytes, start, until);
    records.push({ cells, line, start, end });
    line += countByte(bytes, lineEnd, start, until);
    position = until;
    if (onProgress && records.length % recordsPerReport === 0) onProgress(until / bytes.length);
    return null;
  };

  try {
    parse(bytes, {
      delimiter,
      record_delimiter: lineEnd === lineFeed ? ["\r\n", "\n"] : ["\r"],
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      trim: true,
      on_record: take,
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw quoteError(error, openQuote(decoder.decode(bytes.subarray(position)), delimiter, line), name);
  }
  return records;
}

function quoteError(cause: CsvError, line: number, name: string): NeuriteError {
  const fault =
    cause.code === "CSV_QUOTE_NOT_CLOSED"
      ? `the quote that opens on line ${line} never closes. Close it, or double it ("") if it belongs to the text.`
      : `the quote that opens on line ${line} closes before its cell ends. Double a quote ("") that belongs to the text.`;
  return new NeuriteError("bad-table", `${name}: ${fault}`, { cause });
}

/** The start of the first line from `start` on that holds more than white space; the delimiter counts as more. */
function skipBlankLines(bytes: Uint8Array, start: number, end: number, lineEnd: number, delimiter: Delimiter): number {
  const first = bytes[start] ?? 0;
  if (first > 32 && first < 128) return start;
  let content = start;
  while (content < end) {
    const next = bytes.indexOf(lineEnd, content);
    if (next < 0 || next >= end) break;
    const text = new TextDecoder().decode(bytes.subarray(content, next));
    if (text.includes(delimiter) || text.trim() !== "") break;
    content = next + 1;
  }
  return content;
}

function withoutLineEnd(bytes: Uint8Array, start: number, until: number): number {
  let end = until;
  while (end > start && (bytes[end - 1] === lineFeed || bytes[end - 1] === carriageReturn)) end--;
  return end;
}

function countByte(bytes: Uint8Array, byte: number, start: number, end: number): number {
  let count = 0;
  for (let i = bytes.indexOf(byte, start); i >= 0 && i < end; i = bytes.indexOf(byte, i + 1)) count++;
  return count;
}
