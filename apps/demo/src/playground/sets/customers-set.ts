import { createCustomers, trainRows } from "../../customers/customers";
import { ceiling } from "../../customers/fit-line";
import { standardized } from "./plane-column";
import type { PlaneSet } from "./plane-set";

/** The bank's customers of the chapters, balance and retirement acting together in full. */
export function customersSet(): PlaneSet {
  const customers = createCustomers(1);
  return {
    task: "number",
    inputs: [
      standardized("balance", customers.balance, trainRows),
      standardized("retired", customers.retired, trainRows),
    ],
    target: standardized("transactions", customers.transactions, trainRows),
    trainRows,
    ceiling: ceiling(customers).r2,
    reach: 2,
  };
}
