import { type Table, tableFromColumns } from "@neurite/tabular";
import { cellColumns } from "./cell-columns";
import type { TextTable } from "./read-csv";

/** The table as `tabular` takes it: cells by column with decimal points, and each row's line for messages. */
export function toTable(text: TextTable): Table {
  return tableFromColumns(cellColumns(text), { lines: text.rows.map((row) => row.line) });
}
