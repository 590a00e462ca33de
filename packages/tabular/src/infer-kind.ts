import type { Reading } from "./column-reading";
import type { Scan } from "./scan-column";

/**
 * Tells the kind of a column from its cells.
 *
 * - number: more than half of the cells with a value are numbers (0 and 1, too, and whole numbers);
 * - boolean: all of them are true and false, or yes and no;
 * - date: more than half of them are dates; with slashes month first, unless some day is above 12 in the first place;
 * - category: everything else.
 *
 * A column without any value is a number column that is missing throughout.
 */
export function inferKind(scan: Scan): Reading {
  const { counts, slashes, words } = scan;
  // In the order of `token`.
  const [missing = 0, placeholders = 0, numbers = 0, truths = 0, dates = 0] = counts;
  const present = scan.tokens.length - missing - placeholders;
  const order = slashes.dmy > slashes.mdy ? "dmy" : "mdy";
  const reading = (kind: Reading["kind"]): Reading => ({ kind, order, told: false });
  if (present === 0) return reading(placeholders === 0 ? "number" : "category");
  if (numbers * 2 > present) return reading("number");
  if (truths === present && words !== 3) return reading("boolean");
  if (dates * 2 > present) return reading("date");
  return reading("category");
}
