// Task 1b: the held-out rows say which column adds nothing.
import type { Customers } from "../../customers/customers";
import { fitLine, type LineColumn } from "../../customers/fit-line";
import { formatNumber } from "../../numbers/format-number";
import { words } from "../../words/words";
import type { Verdict } from "../verdict";

export const choices = ["age", "balance", "retired"] as const satisfies readonly LineColumn[];

export type Choice = (typeof choices)[number];

/** Right is a column with which held-out R² is no better than without it. */
export function judgeColumn(customers: Customers, column: Choice | undefined): Verdict {
  const say = words.straightLine.tasks;
  if (column === undefined) return { solved: false, say: say.choose };
  const r2 = (columns: readonly LineColumn[]) => fitLine(customers, columns).heldOut.r2;
  const [without, withIt] = [r2(choices.filter((other) => other !== column)), r2(choices)];
  if (withIt > without)
    return { solved: false, say: say.useful(column, formatNumber(without, 3), formatNumber(withIt, 3)) };
  return { solved: true, say: say.useless(column, formatNumber(r2(["age"]), 3), formatNumber(r2(["age", column]), 3)) };
}
