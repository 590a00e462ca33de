// Two tables to see something at once: real ones and invented ones.
import { createCustomers } from "../customers/customers";

/** How a built-in table is looked at first. */
export interface BuiltInTable {
  readonly file: string;
  readonly target: string;
  /** Its count of rows and its date, which say nothing of new rows, and the two parts that add up to the target. */
  readonly ignore: readonly string[];
  /** What a row of the target counts. */
  readonly unit: string;
  /** The hidden layer of a network small enough to be drawn. */
  readonly small: boolean;
}

export const bikes: BuiltInTable = {
  file: "bike-hour.csv",
  target: "cnt",
  ignore: ["instant", "dteday", "casual", "registered"],
  unit: "rentals",
  small: false,
};

export const customers: BuiltInTable = {
  file: "bank-customers.csv",
  target: "transactions",
  ignore: [],
  unit: "transactions",
  small: true,
};

/** The 400 invented customers as a file. */
export function customersCsv(): string {
  const { age, balance, retired, transactions } = createCustomers(1);
  const rows = Array.from(age, (years, row) => [years, balance[row], retired[row], transactions[row]].join(","));
  return `age,balance,retired,transactions\n${rows.join("\n")}\n`;
}
