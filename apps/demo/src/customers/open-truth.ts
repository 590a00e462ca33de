import { type Derivation, derived, given } from "../numbers/derivation";
import type { Customers } from "./customers";
import { openCell } from "./open-cell";

/** What the formula says of a customer before its noise. */
export function openTruth(customers: Customers, row: number): Derivation {
  const [age, balance, retired] = (["age", "balance", "retired"] as const).map((column) =>
    openCell(customers, column, row),
  ) as [Derivation, Derivation, Derivation];
  const k = given("the interaction k", customers.interaction, "set for this table");
  return derived(`transactions of customer ${row + 1} without noise`, customers.truth[row] as number, () => [
    "26 − 0.15 · (",
    age,
    "− 57) − 6 · (",
    retired,
    "− 0.4) −",
    k,
    "· 1.2 · (",
    retired,
    "− 0.4) · (",
    balance,
    "− 25)",
  ]);
}
