import { NeuriteError } from "@neurite/tensor";

/** What one cell of a table may hold: text as it stands in a file, or a typed value. */
export type Cell = string | number | boolean | Date | null | undefined;

/**
 * The spellings that mean "no value" in every column, upper or lower case as listed.
 *
 * A cell that is empty or blank counts too, and so do `null`, `undefined`, `NaN` and an invalid `Date`.
 */
export const missingSpellings: readonly string[] = ["NA", "N/A", "n/a", "#N/A", "NaN", "nan", "NAN", "null", "NULL"];

/**
 * The spellings that mean "no value" only where the column otherwise holds numbers, dates or booleans.
 *
 * In a column of text they stay categories of their own: "None" may be an answer.
 */
export const placeholderSpellings: readonly string[] = ["?", "-", "None", "none"];

const missing = /* @__PURE__ */ new Set(missingSpellings);
const placeholders = /* @__PURE__ */ new Set(placeholderSpellings);

/** Whether trimmed text means "no value" in any column. */
export function isMissingText(text: string): boolean {
  return text.length === 0 || (text.length <= 4 && missing.has(text));
}

/** Whether trimmed text means "no value" in a column that holds no text. */
export function isPlaceholderText(text: string): boolean {
  return text.length <= 4 && placeholders.has(text);
}

/** A cell as the text of a category: trimmed, numbers in their shortest form, dates as ISO. */
export function cellText(cell: Cell): string {
  if (typeof cell === "string") return cell.trim();
  if (cell === null || cell === undefined) return "";
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? "" : isoText(cell);
  return String(cell);
}

/** Refuses what is no cell (an object, a function), since rows from outside may hold anything. */
export function refuseCell(cell: never, column: string, place: string): never {
  const found: unknown = cell;
  const what = Array.isArray(found) ? "an array" : `a value of type ${typeof found}`;
  throw new NeuriteError(
    "bad-cell",
    `column ${JSON.stringify(column)}, ${place}: a cell should be text, a number, a boolean, a Date or null, got ${what}. Turn it into one of these first.`,
  );
}

function isoText(date: Date): string {
  const text = date.toISOString();
  return text.endsWith("T00:00:00.000Z") ? text.slice(0, -"T00:00:00.000Z".length) : text;
}
