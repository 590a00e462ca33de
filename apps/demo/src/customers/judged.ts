import type { Derivation } from "../numbers/derivation";
import type { Judged } from "../numbers/open-score";
import { type Customers, customerRows, trainRows } from "./customers";
import { openCell } from "./open-cell";

/** What is said of customers: of those held out, or of those that models learn from. */
export function judged(
  customers: Customers,
  predicted: (row: number) => Derivation,
  rows: "train" | "held out" | "all" = "held out",
): Judged {
  const [start, end] = { train: [0, trainRows], "held out": [trainRows, customerRows], all: [0, customerRows] }[
    rows
  ] as [number, number];
  return {
    rows: end - start,
    rowName: (row) => `customer ${start + row + 1}`,
    actual: (row) => openCell(customers, "transactions", start + row),
    predicted: (row) => predicted(start + row),
  };
}
