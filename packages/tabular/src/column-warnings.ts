import type { NumberStatistics } from "./number-statistics";
import { place, type Table } from "./table";
import type { TypedColumn } from "./typed-column";
import type { Warning } from "./warning";
import { quote } from "./wording";

/** From how many rows on all values being different says something. */
const enoughRows = 10;
/** From how many levels on a category is hardly one. */
const manyLevels = 1000;
/** The largest number that float32 holds. */
const largestFloat32 = 3.4028234663852886e38;

/** What a column's values come to, whatever its kind. */
export interface ColumnFacts {
  readonly column: TypedColumn;
  /** How many cells have a value. */
  readonly present: number;
  readonly distinct: number;
  /** Of the values; of a category's codes. */
  readonly statistics: NumberStatistics;
}

/** Warns about input columns that say nothing, say too much, or are too large. */
export function columnWarnings(
  { column, present, distinct, statistics }: ColumnFacts,
  table: Table,
): readonly Warning[] {
  const about = { column: column.name, remedy: { option: "ignore", values: [column.name] } } as const;
  const name = quote(column.name);
  if (table.rows < 2) return [];
  if (present === 0) {
    const message = `Column ${name} is empty: all ${table.rows} cells are missing, so it is not used.`;
    return [{ ...about, code: "empty-column", message }];
  }
  if (distinct === 1) {
    const except = present < table.rows ? " that is not missing" : "";
    const value = quote(firstText(column));
    const message = `Column ${name} is constant: every cell${except} is ${value}, which carries no information.`;
    return [{ ...about, code: "constant-column", message }];
  }
  const warnings: Warning[] = [];
  if (isIdentifier({ column, present, distinct, statistics })) {
    const counts =
      column.kind === "number"
        ? `it counts from ${statistics.min} to ${statistics.max} without a gap`
        : `it has ${distinct} different values in ${present} rows`;
    const message = `Column ${name} looks like an identifier: ${counts}. What is learnt from it hardly holds for new rows; leave it out with "ignore".`;
    warnings.push({ ...about, code: "identifier", message });
  } else if (column.kind === "category" && distinct >= manyLevels) {
    const message = `Column ${name} has ${distinct} levels in ${present} rows, few rows for each. Leave it out with "ignore" unless it is meant.`;
    warnings.push({ ...about, code: "many-levels", message });
  }
  const largest = Math.max(statistics.max, -statistics.min);
  if (column.kind === "number" && largest > largestFloat32) {
    const row = column.values.findIndex((value) => Math.abs(value) === largest);
    warnings.push({
      code: "huge-values",
      column: column.name,
      message: `Column ${name} reaches ${column.values[row]} in ${place(table, row)}, beyond the 3.4e38 of 32-bit numbers. It is scaled in 64 bits first; look whether the unit is meant.`,
    });
  }
  return warnings;
}

/** Whether a column only numbers or names its rows: a whole range of integers, or text that hardly repeats. */
function isIdentifier({ column, present, distinct, statistics }: ColumnFacts): boolean {
  if (present < enoughRows) return false;
  if (column.kind === "category") return distinct >= 0.9 * present;
  if (column.kind !== "number" || distinct !== present) return false;
  const { min, max } = statistics;
  return max - min === present - 1 && column.values.every((value) => Number.isNaN(value) || Number.isInteger(value));
}

/** The first value of a column as text. */
function firstText(column: TypedColumn): string {
  if (column.kind === "category") return column.levels[0] ?? "";
  const value = column.values.find((x) => !Number.isNaN(x)) ?? Number.NaN;
  if (column.kind === "boolean") return column.labels[value === 1 ? 1 : 0];
  return column.kind === "date" ? dateText(value) : String(value);
}

/** Days since 1970-01-01 as ISO text, the time only where there is one. */
export function dateText(days: number): string {
  const date = new Date(Math.round(days * 86_400_000));
  if (Number.isNaN(date.getTime())) return `day ${days}`;
  const text = date.toISOString();
  return Number.isInteger(days) ? text.slice(0, text.indexOf("T")) : text;
}
