import type { Table } from "../columns/columns";
import type { PreciseColumn } from "../columns/precise-column";

/** Some rows of a table with their target and weights. */
export interface RowPart {
  readonly table: Table;
  readonly target: PreciseColumn;
  readonly weights: Float64Array | undefined;
}

/** The rows of a part for which `belongs` says so. */
export function rowsWhere({ table, target, weights }: RowPart, belongs: (row: number) => boolean): RowPart {
  const of = (numbers: Float64Array) => numbers.filter((_, row) => belongs(row));
  const cut = ({ high, low }: PreciseColumn) => ({ high: of(high), low: low === undefined ? undefined : of(low) });
  const right = cut(target);
  return {
    table: { ...table, rows: right.high.length, columns: table.columns.map(cut) },
    target: right,
    weights: weights === undefined ? undefined : of(weights),
  };
}
