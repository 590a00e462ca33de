// The rows of a problem once through, in double-double: as many at a time as stay in the processor's cache with all their columns.

import { type ScaledColumn, writeRows } from "../columns/scaled-column";
import { type DoubleRows, doubleRows, entryOf, subtractMultiple } from "../linear-algebra/double-rows";

/** Some rows of a problem. The arrays are filled anew for the next block. */
export interface ResidualBlock {
  /** The first row, and how many there are. */
  readonly from: number;
  readonly count: number;
  /** Column j of the design stands from entry `j * height` on. */
  readonly height: number;
  readonly design: DoubleRows;
  /** What the estimates leave of the target. */
  readonly residuals: DoubleRows;
}

/** Goes through the rows of a target; for a number of rows in its place, the residuals are those of 0: predictions with a minus. */
export function* residualBlocks(
  columns: readonly ScaledColumn[],
  target: ScaledColumn | number,
  estimates: DoubleRows,
): Generator<ResidualBlock> {
  const rows = typeof target === "number" ? target : target.values.length;
  const height = Math.max(32, Math.min(512, Math.floor(16384 / (columns.length + 1))));
  const design = doubleRows(height * columns.length);
  const residuals = doubleRows(height);
  for (let from = 0; from < rows; from += height) {
    const count = Math.min(height, rows - from);
    if (typeof target === "number") {
      residuals.high.fill(0);
      residuals.low.fill(0);
    } else {
      writeRows(target, from, count, residuals, 0);
    }
    for (const [j, column] of columns.entries()) {
      writeRows(column, from, count, design, j * height);
      subtractMultiple(entryOf(estimates, j), design, j * height, residuals, 0, count);
    }
    yield { from, count, height, design, residuals };
  }
}
