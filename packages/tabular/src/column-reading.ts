import { cellText } from "./cell";
import type { DateOrder } from "./date-text";
import { type Scan, token } from "./scan-column";
import type { Column } from "./table";
import { asBooleans, asCategories, asDates, asNumbers, type Kind, type TypedColumn } from "./typed-column";

/** How many rows something befell, and the first of them (counted from 0, -1 if none). */
export interface Tally {
  readonly count: number;
  readonly first: number;
}

/** A column read as one kind, and what in it could not be. */
export interface ColumnReading {
  readonly column: TypedColumn;
  /** Cells without a value. */
  readonly missing: Tally;
  /** Cells with a value that is not of the column's kind; they count as missing too. */
  readonly unreadable: Tally;
  /** The text of the first unreadable cell. */
  readonly example: string;
  /** Text and numbers side by side in a category that nobody asked for: how many numbers, and the first. */
  readonly numbersAmongText: Tally;
  /** The first cell beside them that is not a number. */
  readonly textExample: string;
  /** Dates that could be read month first or day first, with nothing in the column to tell. */
  readonly ambiguousDates: boolean;
}

/** What a column is to be read as. */
export interface Reading {
  readonly kind: Kind;
  readonly order: DateOrder;
  /** Whether the caller named the kind. */
  readonly told: boolean;
}

/** Reads a scanned column as a kind. */
export function readColumn(column: Column, scan: Scan, { kind, order, told }: Reading): ColumnReading {
  const typed = typeColumn(column, scan, kind, order);
  const values = typed.kind === "category" ? undefined : typed.values;
  let [missing, firstMissing, unreadable, firstUnreadable] = [0, -1, 0, -1];
  for (let row = 0; row < scan.tokens.length; row++) {
    const found = scan.tokens[row] as number;
    if (found === token.missing || (found === token.placeholder && kind !== "category")) {
      missing++;
      if (firstMissing < 0) firstMissing = row;
    } else if (values !== undefined && Number.isNaN(values[row])) {
      unreadable++;
      if (firstUnreadable < 0) firstUnreadable = row;
    }
  }
  const mixed = kind === "category" && !told && scan.counts[token.number] !== 0 && hasText(scan);
  return {
    column: typed,
    missing: { count: missing, first: firstMissing },
    unreadable: { count: unreadable, first: firstUnreadable },
    example: firstUnreadable < 0 ? "" : cellText(column.cells[firstUnreadable]),
    numbersAmongText: mixed
      ? { count: scan.counts[token.number] as number, first: scan.tokens.indexOf(token.number) }
      : { count: 0, first: -1 },
    textExample: mixed ? cellText(column.cells[scan.tokens.findIndex((found) => found > token.number)]) : "",
    ambiguousDates: kind === "date" && !told && scan.slashes.either > 0 && scan.slashes.mdy + scan.slashes.dmy === 0,
  };
}

function typeColumn(column: Column, scan: Scan, kind: Kind, order: DateOrder): TypedColumn {
  switch (kind) {
    case "number":
      return asNumbers(column, scan);
    case "boolean":
      return asBooleans(column, scan);
    case "date":
      return asDates(column, scan, order);
    case "category":
      return asCategories(column, scan);
    default:
      return kind satisfies never;
  }
}

function hasText({ counts }: Scan): boolean {
  return (counts[token.text] as number) + (counts[token.date] as number) + (counts[token.truth] as number) > 0;
}
