import { NeuriteError } from "@neurite/tensor";
import { cellText } from "./cell";
import { type ColumnReading, readColumn } from "./column-reading";
import { inferKind } from "./infer-kind";
import { scanColumn, token } from "./scan-column";
import { missingColumn, place, type Table } from "./table";
import { count, list, quote } from "./wording";

/** What to know better than the inference does. */
export interface ColumnOptions {
  /** Columns to read as numbers; cells that are none count as missing. */
  readonly numbers?: readonly string[];
  /** Columns to read as categories, such as codes that happen to be numbers. */
  readonly categories?: readonly string[];
  /** Columns to leave out. */
  readonly ignore?: readonly string[];
}

/**
 * Reads every column of a table that is not ignored, in the table's order.
 *
 * Refused: no rows ("bad-table"), an option that names no column ("missing-column"), a column named by two options
 * ("bad-argument"), a column told to hold numbers that holds none ("bad-cell").
 */
export function readTable(table: Table, options: ColumnOptions = {}): readonly ColumnReading[] {
  if (table.rows === 0) {
    const names = table.columns.map((column) => column.name);
    throw new NeuriteError(
      "bad-table",
      `The table has no rows, only ${count(names.length, "column name")} (${list(names)}). Add at least one row below the header.`,
    );
  }
  const told = toldKinds(table, options);
  return table.columns
    .filter((column) => told.get(column.name) !== "ignore")
    .map((column) => {
      const scan = scanColumn(column, table);
      const inferred = inferKind(scan);
      const kind = told.get(column.name);
      if (kind === undefined || kind === "ignore") return readColumn(column, scan, inferred);
      if (kind === "number") refuseNoNumbers(table, column, scan.tokens);
      return readColumn(column, scan, { ...inferred, kind, told: true });
    });
}

function toldKinds(table: Table, options: ColumnOptions): ReadonlyMap<string, "number" | "category" | "ignore"> {
  const names = new Set(table.columns.map((column) => column.name));
  const told = new Map<string, "number" | "category" | "ignore">();
  const lists = [
    ["numbers", "number"],
    ["categories", "category"],
    ["ignore", "ignore"],
  ] as const;
  for (const [option, kind] of lists) {
    for (const name of options[option] ?? []) {
      if (!names.has(name)) throw missingColumn(name, table.columns, ` (named in "${option}")`);
      const before = told.get(name);
      if (before !== undefined && before !== kind) {
        const other = lists.find(([, of]) => of === before)?.[0];
        throw new NeuriteError(
          "bad-argument",
          `The column ${quote(name)} should stand in one list, got it in "${other}" and "${option}". Take it out of one.`,
        );
      }
      told.set(name, kind);
    }
  }
  return told;
}

function refuseNoNumbers(table: Table, column: Table["columns"][number], tokens: Uint8Array): void {
  if (tokens.includes(token.number)) return;
  const row = tokens.findIndex((found) => found !== token.missing);
  if (row < 0) return;
  throw new NeuriteError(
    "bad-cell",
    `The column ${quote(column.name)} should hold numbers, but not one of its cells is a number; the first is ${quote(cellText(column.cells[row]))} (${place(table, row)}). Take it out of "numbers".`,
  );
}
