import { isMissingText, isPlaceholderText, refuseCell } from "./cell";
import { type DateOrder, parseDate } from "./date-text";
import { type Decimal, parseNumber } from "./number-text";
import { type Column, place, type Table } from "./table";
import { parseTruth } from "./truth-text";

/** What a cell is by itself, before its column has a kind. */
export const token = { missing: 0, placeholder: 1, number: 2, truth: 3, date: 4, text: 5 } as const;

/** One look at every cell of a column: enough to tell its kind. */
export interface Scan {
  /** One of `token` for each row. */
  readonly tokens: Uint8Array;
  /** The number of each number cell, 0 or 1 for words of truth, days for dates that came as `Date`; else NaN. */
  readonly values: Float64Array;
  /** How often each token occurs. */
  readonly counts: readonly number[];
  /** Words of truth seen: 1 for true/false, 2 for yes/no, 3 for both. */
  readonly words: number;
  /** Dates with slashes that are one only month first, only day first, either way, or the same day both ways. */
  readonly slashes: Readonly<Record<DateOrder | "either" | "same", number>>;
}

const millisecondsOfDay = 86_400_000;

/** Looks once at every cell of a column. */
export function scanColumn(column: Column, table: Pick<Table, "decimal" | "lines">): Scan {
  const { cells } = column;
  const rows = cells.length;
  const tokens = new Uint8Array(rows);
  const values = new Float64Array(rows).fill(Number.NaN);
  const counts = [0, 0, 0, 0, 0, 0];
  const slashes = { mdy: 0, dmy: 0, either: 0, same: 0 };
  let words = 0;
  for (let row = 0; row < rows; row++) {
    const cell = cells[row];
    let found: number = token.text;
    if (typeof cell === "string") {
      const text = cell.trim();
      found = scanText(text, table.decimal, values, row);
      if (found === token.truth) words |= parseTruth(text)?.words === "yes/no" ? 2 : 1;
      else if (found === token.date && text.includes("/")) slashes[slashOrder(text)]++;
    } else if (typeof cell === "number") {
      found = Number.isFinite(cell) ? token.number : Number.isNaN(cell) ? token.missing : token.text;
      if (found === token.number) values[row] = cell;
    } else if (cell === null || cell === undefined) {
      found = token.missing;
    } else if (typeof cell === "boolean") {
      found = token.truth;
      values[row] = cell ? 1 : 0;
      words |= 1;
    } else if (cell instanceof Date) {
      const days = cell.getTime() / millisecondsOfDay;
      found = Number.isNaN(days) ? token.missing : token.date;
      values[row] = days;
    } else {
      refuseCell(cell, column.name, place(table, row));
    }
    tokens[row] = found;
    counts[found] = (counts[found] as number) + 1;
  }
  return { tokens, values, counts, words, slashes };
}

function scanText(text: string, decimal: Decimal, values: Float64Array, row: number): number {
  if (isMissingText(text)) return token.missing;
  const value = parseNumber(text, decimal);
  if (!Number.isNaN(value)) {
    values[row] = value;
    return token.number;
  }
  if (isPlaceholderText(text)) return token.placeholder;
  const truth = parseTruth(text);
  if (truth !== undefined) {
    values[row] = truth.value;
    return token.truth;
  }
  return isDate(text) ? token.date : token.text;
}

function isDate(text: string): boolean {
  return !Number.isNaN(parseDate(text, "mdy")) || (text.includes("/") && !Number.isNaN(parseDate(text, "dmy")));
}

function slashOrder(text: string): keyof Scan["slashes"] {
  const mdy = parseDate(text, "mdy");
  const dmy = parseDate(text, "dmy");
  if (mdy === dmy) return "same"; // 5/5/2011, 2011/12/31
  if (Number.isNaN(dmy)) return "mdy";
  return Number.isNaN(mdy) ? "dmy" : "either";
}
