import type { ColumnView } from "./column-view";

/** The columns as they are now, in the very objects of before where nothing about them has changed: of hundreds only a few are then drawn anew. */
export function keepColumns(before: readonly ColumnView[], now: readonly ColumnView[]): readonly ColumnView[] {
  const known = new Map(before.map((column) => [column.name, column]));
  return now.map((column) => {
    const old = known.get(column.name);
    return old && JSON.stringify(old) === JSON.stringify(column) ? old : column;
  });
}
