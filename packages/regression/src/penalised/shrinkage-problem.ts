// What every penalised fit begins with: rows that count, columns that vary, and how large a coefficient of each counts.
import { checkRows, type Table } from "../columns/columns";
import type { PreciseColumn } from "../columns/precise-column";
import { weighRows } from "../columns/row-weights";
import { type ScaledColumn, scaleColumn } from "../columns/scaled-column";
import type { ShrinkageOptions } from "./penalty-options";

/** Below this part of its distance from 0 a column's variation is rounding: `leastSquares` drops such columns too. */
const noise = 1e-12;

/** A column that varies. */
export interface VaryingColumn {
  /** Its place among the caller's columns. */
  readonly index: number;
  readonly column: ScaledColumn;
  /** Its standard deviation in scaled units, about 0 where there is no intercept. */
  readonly deviation: number;
}

/** Columns and target, centred where there is an intercept, in scaled units. */
export interface ShrinkageProblem {
  readonly names: readonly string[];
  /** Rows that count. */
  readonly rows: number;
  readonly varying: readonly VaryingColumn[];
  readonly target: ScaledColumn;
  /** That of the target in scaled units; 0 for a target that does not vary. */
  readonly targetDeviation: number;
  readonly weights: Float64Array | undefined;
  /** The sum of the weights. */
  readonly total: number;
  readonly intercept: boolean;
  readonly standardize: boolean;
}

/** Prepares checked columns; `subject` opens the messages. */
export function shrinkageProblem(
  table: Table,
  target: PreciseColumn,
  options: ShrinkageOptions,
  subject: string,
): ShrinkageProblem {
  const { intercept = true, standardize = true } = options;
  checkRows(table, target.high.length, subject);
  const { rows, weights, take } = weighRows(target.high.length, options.weights, subject);
  const total = weights?.reduce((sum, weight) => sum + weight, 0) ?? rows;
  const scaled = ({ high, low }: PreciseColumn) =>
    scaleColumn({ high: take(high), low: low === undefined ? undefined : take(low) }, weights, intercept);
  const deviationOf = (column: ScaledColumn) => {
    const cells = scaledCells(column);
    let sum = 0;
    for (let row = 0; row < rows; row++) sum += (weights?.[row] ?? 1) * (cells[row] as number) ** 2;
    return Math.sqrt(sum / total);
  };
  const varying = table.columns.flatMap((given, index) => {
    const column = scaled(given);
    const deviation = deviationOf(column);
    const varies = deviation > Math.max(1e-140, noise * Math.abs(column.shift * column.scale));
    return varies ? [{ index, column, deviation }] : [];
  });
  const right = scaled(target);
  return {
    names: table.names,
    rows,
    varying,
    target: right,
    targetDeviation: deviationOf(right),
    weights,
    total,
    intercept,
    standardize,
  };
}

/** A scaled column's numbers in float64. */
export function scaledCells({ values, low, shift, scale }: ScaledColumn): Float64Array {
  if (low === undefined) return values.map((value) => (value - shift) * scale);
  return values.map((value, row) => (value - shift + (low[row] as number)) * scale);
}
