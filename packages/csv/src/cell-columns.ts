import { withDecimalPoint } from "./decimal-comma";
import type { TextTable } from "./read-csv";

/** A column of text by its name. */
export type CellColumn = readonly [name: string, cells: readonly string[]];

/** The cells by column, as text with decimal points. */
export function cellColumns(text: TextTable): readonly CellColumn[] {
  return text.header.map((name, i) => {
    const cells = text.rows.map((row) => row.cells[i] ?? "");
    return [name, text.decimalComma ? withDecimalPoint(cells) : cells];
  });
}
