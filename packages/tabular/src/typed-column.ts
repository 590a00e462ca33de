import { cellText } from "./cell";
import { type DateOrder, parseDate } from "./date-text";
import { type Scan, token } from "./scan-column";
import type { Column } from "./table";
import type { TruthWords } from "./truth-text";

/** What the cells of a column hold. */
export type Kind = "number" | "boolean" | "date" | "category";

/** A column whose cells have been read: NaN, or code -1, where a cell is missing. */
export type TypedColumn = NumberColumn | BooleanColumn | DateColumn | CategoryColumn;

export interface NumberColumn {
  readonly kind: "number";
  readonly name: string;
  readonly values: Float64Array;
}

/** Values are 0 and 1; `labels` are the words for them as the table spells them. */
export interface BooleanColumn {
  readonly kind: "boolean";
  readonly name: string;
  readonly values: Float64Array;
  readonly labels: readonly [string, string];
}

/** Values are days since 1970-01-01 in UTC, the time as a fraction. */
export interface DateColumn {
  readonly kind: "date";
  readonly name: string;
  readonly values: Float64Array;
  readonly order: DateOrder;
}

/** `levels[codes[row]]` is the text of the row; levels stand in the order in which they first appear. */
export interface CategoryColumn {
  readonly kind: "category";
  readonly name: string;
  readonly codes: Int32Array;
  readonly levels: readonly string[];
}

/** Numbers as they are, so that a category's codes and the values of others can be compared; NaN where missing. */
export function valuesOf(column: TypedColumn): Float64Array {
  if (column.kind !== "category") return column.values;
  return Float64Array.from(column.codes, (code) => (code < 0 ? Number.NaN : code));
}

/** Reads a scanned column as numbers: every other cell is missing. */
export function asNumbers({ name }: Column, scan: Scan): NumberColumn {
  const values = new Float64Array(scan.values.length);
  for (let row = 0; row < values.length; row++) {
    values[row] = scan.tokens[row] === token.number ? (scan.values[row] as number) : Number.NaN;
  }
  return { kind: "number", name, values };
}

/** Reads a scanned column as booleans: words of truth, 0 and 1; every other cell is missing. */
export function asBooleans({ name, cells }: Column, scan: Scan): BooleanColumn {
  const values = new Float64Array(scan.values.length).fill(Number.NaN);
  const labels: [string, string] = [...wordsFor[scan.words === 2 ? "yes/no" : "true/false"]];
  const seen = [false, false];
  for (let row = 0; row < values.length; row++) {
    const found = scan.tokens[row];
    const value = scan.values[row];
    if ((found !== token.truth && found !== token.number) || (value !== 0 && value !== 1)) continue;
    values[row] = value;
    if (seen[value] || found === token.number) continue;
    seen[value] = true;
    labels[value] = cellText(cells[row]);
  }
  return { kind: "boolean", name, values, labels };
}

const wordsFor = { "true/false": ["false", "true"], "yes/no": ["no", "yes"] } as const satisfies Record<
  TruthWords,
  readonly [string, string]
>;

/** Reads a scanned column as dates in the order given: every other cell is missing. */
export function asDates({ name, cells }: Column, scan: Scan, order: DateOrder): DateColumn {
  const values = new Float64Array(scan.values.length).fill(Number.NaN);
  for (let row = 0; row < values.length; row++) {
    if (scan.tokens[row] !== token.date) continue;
    const cell = cells[row];
    values[row] = typeof cell === "string" ? parseDate(cell.trim(), order) : (scan.values[row] as number);
  }
  return { kind: "date", name, values, order };
}

/** Reads a scanned column as text: numbers, dates and words of truth are levels like any other. */
export function asCategories({ name, cells }: Column, scan: Scan): CategoryColumn {
  const codes = new Int32Array(scan.values.length);
  const byText = new Map<string, number>();
  for (let row = 0; row < codes.length; row++) {
    if (scan.tokens[row] === token.missing) {
      codes[row] = -1;
      continue;
    }
    const text = cellText(cells[row]);
    const known = byText.get(text);
    codes[row] = known ?? byText.size;
    if (known === undefined) byText.set(text, byText.size);
  }
  return { kind: "category", name, codes, levels: [...byText.keys()] };
}
