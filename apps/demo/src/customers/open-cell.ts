import { type Derivation, derived, given } from "../numbers/derivation";
import { formatShort } from "../numbers/format-number";
import type { Customers } from "./customers";
import { cellOf, type LineColumn } from "./fit-line";

/** A cell of the customers' table, where every number of it ends; the product of two is computed from them. */
export function openCell(customers: Customers, column: LineColumn | "transactions", row: number): Derivation {
  const name = `${column} of customer ${row + 1}`;
  if (column === "balance × retired") {
    const [balance, retired] = [openCell(customers, "balance", row), openCell(customers, "retired", row)];
    return derived(name, cellOf(customers, column, row), () => [balance, "×", retired]);
  }
  const value = column === "transactions" ? (customers.transactions[row] as number) : cellOf(customers, column, row);
  return given(name, value, `customer ${row + 1} of the invented table, column ${column}`, formatShort(value));
}
