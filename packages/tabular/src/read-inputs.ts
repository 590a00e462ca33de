import { type ColumnReading, readColumn } from "./column-reading";
import { levelSlots } from "./encode-column";
import { isUnused } from "./encode-inputs";
import type { CategoryEncoder, InputEncoder, TargetEncoder } from "./encoder";
import { scanColumn } from "./scan-column";
import { missingColumn, place, type Table } from "./table";
import type { Kind, TypedColumn } from "./typed-column";
import type { Warning } from "./warning";
import { count, list, quote } from "./wording";

/** How many known levels a warning lists. */
const levelsShown = 10;

/**
 * Reads the columns that an encoder knows from another table: by name, in any order, others are not looked at.
 *
 * Missing cells are fine. Values that training did not know, and cells that are not of their column's kind, count as
 * missing and are warned about. A column that is not there is the error "missing-column".
 */
export function readInputs(
  inputs: readonly InputEncoder[],
  table: Table,
): { readonly columns: readonly TypedColumn[]; readonly warnings: readonly Warning[] } {
  const byName = new Map(table.columns.map((column) => [column.name, column]));
  const columns: TypedColumn[] = [];
  const warnings: Warning[] = [];
  if (table.rows === 0 && table.columns.length === 0) return { columns: inputs.map(empty), warnings };
  for (const input of inputs) {
    if (isUnused(input)) continue;
    const column = byName.get(input.column);
    if (column === undefined) throw missingColumn(input.column, table.columns, ", which the model needs");
    const reading = readAs(column, table, input.kind, input.kind === "date" ? input.order : "mdy");
    columns.push(reading.column);
    warnings.push(...unreadableWarnings(reading, table));
    if (input.kind === "category") warnings.push(...unseenWarnings(input, reading, table));
  }
  return { columns, warnings };
}

/** Reads the target's column from another table, to score predictions of it. */
export function readTarget(target: TargetEncoder, table: Table): TypedColumn {
  const column = table.columns.find(({ name }) => name === target.column);
  if (column === undefined) throw missingColumn(target.column, table.columns, ", which holds the target");
  return readAs(column, table, target.task === "regression" ? "number" : target.kind, "mdy").column;
}

function readAs(column: Table["columns"][number], table: Table, kind: Kind, order: "mdy" | "dmy"): ColumnReading {
  return readColumn(column, scanColumn(column, table), { kind, order, told: true });
}

function empty(input: InputEncoder): TypedColumn {
  return readAs({ name: input.column, cells: [] }, { columns: [], rows: 0, decimal: "." }, input.kind, "mdy").column;
}

function unreadableWarnings({ column, unreadable, example }: ColumnReading, table: Table): readonly Warning[] {
  if (unreadable.count === 0) return [];
  const message = `Column ${quote(column.name)}: ${quote(example)} in ${place(table, unreadable.first)} is not a ${column.kind}${more(unreadable.count)}; it counts as missing.`;
  return [{ code: "mixed-column", column: column.name, message }];
}

function unseenWarnings(input: CategoryEncoder, { column }: ColumnReading, table: Table): readonly Warning[] {
  if (column.kind !== "category") return [];
  const slots = levelSlots(input, column);
  let [unseen, first] = [0, -1];
  for (let row = 0; row < column.codes.length; row++) {
    const code = column.codes[row] as number;
    if (code < 0 || (slots[code] as number) >= 0) continue;
    unseen++;
    if (first < 0) first = row;
  }
  if (unseen === 0) return [];
  const value = quote(column.levels[column.codes[first] as number] ?? "");
  const known = `${count(input.levels.length, "known value")}: ${list(input.levels, levelsShown)}`;
  const how =
    input.other || input.form === "embedding"
      ? 'was not in the training rows, or in too few; it takes the place "other"'
      : "was not in the training rows; it is taken as the average of the known ones";
  const message = `Column ${quote(column.name)}: the value ${value} in ${place(table, first)} ${how}${more(unseen)} (${known}).`;
  return [{ code: "unseen-value", column: column.name, message }];
}

function more(count: number): string {
  return count === 1 ? "" : `, as in ${count - 1} more ${count === 2 ? "row" : "rows"}`;
}
