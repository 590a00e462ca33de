import { type Table, tableFromColumns } from "neurite";
import { withDecimalPoint } from "./decimal-comma";
import type { TextTable } from "./read-table";

/** The table as `tabular` takes it: cells by column with decimal points, and each row's line for messages. */
export function toTable(text: TextTable): Table {
  const columns = text.header.map((name, i) => {
    const cells = text.rows.map((row) => row.cells[i] ?? "");
    return [name, text.decimalComma ? withDecimalPoint(cells) : cells] as const;
  });
  return tableFromColumns(columns, { lines: text.rows.map((row) => row.line) });
}
