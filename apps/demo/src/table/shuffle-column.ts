import type { Table } from "neurite";
import { mulberry32 } from "../customers/mulberry32";

/** The table with one column's cells dealt out anew, the same way every time: whatever that column had to do with the others is gone. */
export function shuffleColumn(table: Table, name: string): Table {
  const u = mulberry32(1);
  const columns = table.columns.map((column) => {
    if (column.name !== name) return column;
    const cells = Array.from(column.cells);
    for (let i = cells.length - 1; i > 0; i--) {
      const j = Math.floor(u() * (i + 1));
      [cells[i], cells[j]] = [cells[j], cells[i]];
    }
    return { name, cells };
  });
  return { ...table, columns };
}
