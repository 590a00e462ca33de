// Least squares on the customers' training rows, by the library.
import { leastSquares } from "neurite";
import { type Customers, customerRows, trainRows } from "./customers";
import { type Score, score } from "./score";

/** A column of the customers, or the product of two. */
export type LineColumn = "age" | "balance" | "retired" | "balance × retired";

/** A straight line (with a product, the crossing lines) and how well it does. */
export interface FittedLine {
  readonly columns: readonly LineColumn[];
  readonly intercept: number;
  /** In the order of the columns. */
  readonly coefficients: readonly number[];
  predict(row: number): number;
  readonly train: Score;
  readonly heldOut: Score;
}

/** A column's value in a row. */
export function cellOf(customers: Customers, column: LineColumn, row: number): number {
  if (column !== "balance × retired") return customers[column][row] as number;
  return (customers.balance[row] as number) * (customers.retired[row] as number);
}

/** Fits a line through the training rows; without columns it is their mean. */
export function fitLine(customers: Customers, columns: readonly LineColumn[]): FittedLine {
  const y = customers.transactions;
  const matrix = columns.map(
    (column) => [column, Float64Array.from({ length: trainRows }, (_, row) => cellOf(customers, column, row))] as const,
  );
  const { intercept, coefficients } =
    columns.length === 0
      ? { intercept: score(y, () => 0, 0, trainRows).mean, coefficients: [] }
      : leastSquares(matrix, y.subarray(0, trainRows));
  const slopes = coefficients.map(({ estimate }) => estimate);
  const start = intercept ?? 0;
  const predict = (row: number) =>
    slopes.reduce((sum, slope, i) => sum + slope * cellOf(customers, columns[i] as LineColumn, row), start);
  return {
    columns,
    intercept: start,
    coefficients: slopes,
    predict,
    train: score(y, predict, 0, trainRows),
    heldOut: score(y, predict, trainRows, customerRows),
  };
}

/** The score that only noise keeps from 1: that of the formula itself. */
export function ceiling(customers: Customers): Score {
  return score(customers.transactions, (row) => customers.truth[row] as number, trainRows, customerRows);
}
