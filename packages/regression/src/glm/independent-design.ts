// What every fit of this folder begins with: columns of the rows that count, scaled, without those that others tell.
import type { Table } from "../columns/columns";
import type { WeightedRows } from "../columns/row-weights";
import { onesColumn, type ScaledColumn, scaleColumn } from "../columns/scaled-column";
import type { DroppedColumn } from "../least-squares/linear-fit";
import { independentColumns } from "../linear-algebra/independent-columns";
import { triangleOf } from "../linear-algebra/triangle";

/** Independent columns, the one of ones first where there is one, with their names. */
export interface IndependentDesign {
  readonly columns: readonly ScaledColumn[];
  readonly names: readonly string[];
  readonly dropped: readonly DroppedColumn[];
}

/** Keeps the columns that those before them do not tell. */
export function independentDesign(table: Table, intercept: boolean, counting: WeightedRows): IndependentDesign {
  const { rows, weights, take } = counting;
  const features = table.columns.map(({ high }) => scaleColumn({ high: take(high) }, weights, intercept));
  const design = intercept ? [onesColumn(rows), ...features] : features;
  const first = intercept ? 1 : 0;
  const length = Math.sqrt(weights?.reduce((sum, weight) => sum + weight, 0) ?? rows);
  const found = independentColumns(
    triangleOf(design, weights),
    design.length,
    design.map(({ shift, scale }) => Math.abs(shift * scale) * length),
  );
  const name = (j: number) => (j < first ? "Intercept" : (table.names[j - first] as string));
  return {
    columns: found.kept.map((j) => design[j] as ScaledColumn),
    names: found.kept.map(name),
    dropped: found.dropped.map(({ index, combinationOf }) => ({
      name: name(index),
      combinationOf: combinationOf.filter((j) => j >= first).map(name),
    })),
  };
}
