import { NeuriteError } from "@neurite/tensor";
import type { TextRecord } from "./split-records";

/** Checks that every column has a name of its own; throws `bad-table`, returns warnings. */
export function checkHeader(head: TextRecord, rows: readonly TextRecord[], name: string): string[] {
  const numeric = head.cells.every((cell) => cell !== "" && Number.isFinite(Number(cell)));
  const hint = numeric ? " The first line looks like data: does the file lack a line of column names?" : "";
  const seen = new Map<string, number>();
  head.cells.forEach((cell, i) => {
    if (cell === "") {
      const index = i === 0 && rows.length > 0 && rows.every((row, at) => row.cells[0] === String(at));
      const remedy = index
        ? "It counts the rows: write the table without its index, or name the column."
        : "Name it, or remove it.";
      throw new NeuriteError(
        "bad-table",
        `${name}: line ${head.line}: column ${i + 1} of ${head.cells.length} has no name. ${remedy}`,
      );
    }
    const before = seen.get(cell);
    if (before !== undefined) {
      throw new NeuriteError(
        "bad-table",
        `${name}: line ${head.line}: duplicate column name "${cell}" (columns ${before + 1} and ${i + 1}). Rename one of them.${hint}`,
      );
    }
    seen.set(cell, i);
  });
  if (!numeric) return [];
  return [`${name}: the column names are all numbers (${head.cells.slice(0, 5).join(", ")}).${hint}`];
}
