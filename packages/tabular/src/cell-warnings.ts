import type { ColumnReading } from "./column-reading";
import { place, type Table } from "./table";
import type { Kind } from "./typed-column";
import type { Warning } from "./warning";
import { count, quote } from "./wording";

/** How the cells that have no value are filled, by kind. */
const filling: Readonly<Record<Kind, string>> = {
  number: "the median of the training rows takes their place, and a feature of its own marks them",
  boolean: "the share of the training rows takes their place, and a feature of its own marks them",
  date: "the median of the training rows takes their place, and a feature of its own marks them",
  category: 'they are taken as a level of their own, "other"',
};

/** Warns about cells without a value, cells of another kind than their column, and dates of uncertain order. */
export function cellWarnings(reading: ColumnReading, table: Table, target: boolean): readonly Warning[] {
  const { column, missing, unreadable, numbersAmongText } = reading;
  const name = quote(column.name);
  const warnings: Warning[] = [];
  if (missing.count > 0 && !target) {
    warnings.push({
      code: "missing-cells",
      column: column.name,
      message: `Column ${name}: ${portion(missing.count, table.rows)} missing, the first in ${place(table, missing.first)}; ${filling[column.kind]}.`,
    });
  }
  if (unreadable.count > 0) {
    warnings.push({
      code: "mixed-column",
      column: column.name,
      message: `Column ${name}: ${portion(unreadable.count, table.rows)} not a ${column.kind}, the first is ${quote(reading.example)} in ${place(table, unreadable.first)}; such cells count as missing. Mend them, or name the column in "categories".`,
      remedy: { option: "categories", values: [column.name] },
    });
  }
  if (numbersAmongText.count > 0) {
    warnings.push({
      code: "mixed-column",
      column: column.name,
      message: `Column ${name}: ${portion(numbersAmongText.count, table.rows)} a number (the first in ${place(table, numbersAmongText.first)}), others are not (such as ${quote(reading.textExample)}); it is read as a category. Name it in "categories" if that is meant, in "numbers" if the rest are slips.`,
      remedy: { option: "categories", values: [column.name] },
    });
  }
  if (reading.ambiguousDates) {
    warnings.push({
      code: "ambiguous-date",
      column: column.name,
      message: `Column ${name}: its dates may be month/day/year or day/month/year, and no day above 12 tells which; they are read month first. Write them as year-month-day to be sure.`,
    });
  }
  return warnings;
}

/** `1 of 3 cells is`, `2 of 3 cells are`. */
function portion(some: number, all: number): string {
  return `${some} of ${count(all, "cell")} ${some === 1 ? "is" : "are"}`;
}
