// What is counted of a column.
import { type Derivation, derived, given } from "../numbers/derivation";
import { formatNumber } from "../numbers/format-number";
import { words } from "../words/words";
import type { Choice } from "./choice";
import type { ColumnView } from "./column-view";

const text = words.table.strip;
const { columnsUsed } = words.table;

/** How many cells have no value. */
export function openMissing({ name, missing, rows, kind }: ColumnView): Derivation {
  return given(`missing cells of ${name}`, missing, text.countedMissing(formatNumber(rows, 0), text.kinds[kind]));
}

/** How many values differ. */
export function openDistinct({ name, distinct, rows, sampled, missing }: ColumnView): Derivation {
  const counted = sampled ?? rows - missing;
  return given(`different values of ${name}`, distinct, text.countedDistinct(formatNumber(counted, 0)));
}

/** How many columns the target is predicted from. */
export function openUsed(columns: readonly ColumnView[], { target, ignore }: Choice): Derivation {
  const left = columns.filter(({ name }) => name !== target && ignore.includes(name));
  return derived(columnsUsed.used, columns.length - left.length - 1, () => [
    given(columnsUsed.all, columns.length, columnsUsed.counted),
    "−",
    given(columnsUsed.left, left.length, left.map(({ name }) => name).join(", ") || columnsUsed.none),
    `− 1 (${target})`,
  ]);
}
