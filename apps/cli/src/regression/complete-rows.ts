// Least squares knows no missing cells: rows that lack one of the values it needs take no part, as in R and statsmodels.
import type { CellColumn, TextTable } from "@neurite/csv";
import { missingSpellings, NeuriteError, parseNumber, placeholderSpellings } from "neurite";
import { counted } from "../terminal/short-number";

/** The rows that take part. */
export interface CompleteRows {
  readonly columns: readonly CellColumn[];
  /** The line of each row in the file. */
  readonly lines: readonly number[];
  readonly warnings: readonly string[];
}

/**
 * Leaves out the rows that lack a value in one of the columns needed.
 *
 * Missing is what is missing in every command: an empty cell or `NA`, in a column of numbers also `?` and the like.
 * Throws `too-few-rows` if no row is left.
 */
export function completeRows(
  { name, rows }: TextTable,
  columns: readonly CellColumn[],
  needed: readonly string[],
): CompleteRows {
  const needs = new Set(needed);
  const lacking = columns.flatMap(([column, cells]) => {
    if (!needs.has(column)) return [];
    const missing = missingIn(cells);
    const at = cells.flatMap((cell, row) => (missing(cell) ? [row] : []));
    return at.length === 0 ? [] : [{ column, at }];
  });
  const left = new Set(lacking.flatMap(({ at }) => at));
  const kept = rows.flatMap((_, row) => (left.has(row) ? [] : [row]));
  const lines = kept.map((row) => rows[row]?.line ?? 0);
  const where = lacking.map(({ column, at }) => `"${column}" (${at.length})`).join(", ");
  if (kept.length === 0) {
    throw new NeuriteError(
      "too-few-rows",
      `${name}: expected a row with a value in each of the columns that are needed, got none of ${counted(rows.length, "row")}; missing are cells of ${where}. Fill them, or leave a column out.`,
    );
  }
  if (left.size === 0) return { columns, lines, warnings: [] };
  return {
    columns: columns.map(([column, cells]) => [column, kept.map((row) => cells[row] ?? "")]),
    lines,
    warnings: [
      `${name}: ${left.size} of ${counted(rows.length, "row")} ${left.size === 1 ? "lacks" : "lack"} a value and ${left.size === 1 ? "takes" : "take"} no part. Missing are cells of ${where}.`,
    ],
  };
}

function missingIn(cells: readonly string[]): (cell: string) => boolean {
  const everywhere = new Set(["", ...missingSpellings]);
  const placeholders = new Set(placeholderSpellings);
  const filled = cells.filter((cell) => !everywhere.has(cell) && !placeholders.has(cell));
  const numeric = filled.length > 0 && filled.every((cell) => Number.isFinite(parseNumber(cell, ".")));
  return (cell) => everywhere.has(cell) || (numeric && placeholders.has(cell));
}
