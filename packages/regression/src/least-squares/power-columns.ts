import { type ColumnValues, readColumn, type Table } from "../columns/columns";
import type { PreciseColumn } from "../columns/precise-column";
import { integerPower } from "../linear-algebra/double-double";
import { doubleRows, entryOf, setEntry } from "../linear-algebra/double-rows";

/** For tests: columns with their powers up to a degree, formed in double-double as a formula forms them. */
export function powerColumns(columns: readonly ColumnValues[], degree: number): Table {
  const read = columns.map((column, j) => readColumn(column, `column ${j}`));
  const raised = read.flatMap((column) => Array.from({ length: degree }, (_, i) => raise(column, i + 1)));
  return { rows: read[0]?.high.length ?? 0, names: raised.map((_, j) => `x${j}`), columns: raised };
}

function raise({ high, low }: PreciseColumn, power: number): PreciseColumn {
  const rows = doubleRows(high.length);
  const base = { high, low: low ?? new Float64Array(high.length) };
  for (let row = 0; row < high.length; row++) setEntry(rows, row, integerPower(entryOf(base, row), power));
  return rows;
}
