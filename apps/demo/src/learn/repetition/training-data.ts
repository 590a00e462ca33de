// What this chapter trains on, and the points at which its curves are drawn.
import { createCustomers } from "../../customers/customers";
import { standardised } from "../../training/standardised";

export const customers = createCustomers(1);
export const data = standardised(customers, ["balance", "retired"]);

/** Thousand euro at which the curves are drawn. */
export const curveBalances = Array.from({ length: 51 }, (_, i) => i);

/** After the held-out rows, the network is asked about these: the training rows, and two curves, first of those who work. */
export const asked = Float64Array.from([
  ...data.train.inputs,
  ...[0, 1].flatMap((retired) => curveBalances.flatMap((balance) => data.row([balance, retired]))),
]);

/** The score that everything here is after. */
export const goal = 0.88;
