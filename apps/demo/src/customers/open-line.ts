import { type OpenLine, openLeastSquares } from "../numbers/open-least-squares";
import { type Customers, trainRows } from "./customers";
import type { FittedLine } from "./fit-line";
import { openCell } from "./open-cell";

/** A line through the customers' training rows, with the arithmetic behind each of its numbers. */
export function openLine(
  customers: Customers,
  { columns, intercept, coefficients }: Pick<FittedLine, "columns" | "intercept" | "coefficients">,
): OpenLine {
  const table = {
    rows: trainRows,
    rowName: (row: number) => `customer ${row + 1}`,
    cell: (column: Parameters<typeof openCell>[1], row: number) => openCell(customers, column, row),
  };
  return openLeastSquares(table, { columns, target: "transactions", intercept, coefficients });
}
