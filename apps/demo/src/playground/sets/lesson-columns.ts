// A lesson's own table for the playground: two columns of numbers, then the target.
import { readCsv, toTable } from "@neurite/csv";
import { NeuriteError, readTable, type TypedColumn } from "neurite";
import type { SharedColumn, SharedColumns } from "../../table/shared-columns";

/** So many rows are needed, so that there are some to learn from and some to hold out. */
const fewest = 8;

/** The first three columns of a table; each fourth row is held out. Throws `bad-table` where they are no numbers. */
export function lessonColumns(csv: string): SharedColumns {
  const name = "The lesson's table";
  const columns = readTable(toTable(readCsv(new TextEncoder().encode(csv), name))).map(({ column }) => column);
  const [first, second, target] = columns;
  if (!first || !second || !target) {
    throw new NeuriteError(
      "bad-table",
      `${name}: expected two columns of numbers and a target, got ${columns.length} columns. Ask whoever made the lesson for another link.`,
    );
  }
  const numbers = [numbersOf(first, name, 0), numbersOf(second, name, 0), numbersOf(target, name, 2)] as const;
  const whole = Array.from(numbers[0], (_, row) => row).filter((row) =>
    numbers.every((of) => Number.isFinite(of[row])),
  );
  if (whole.length < fewest) {
    throw new NeuriteError(
      "bad-table",
      `${name}: expected at least ${fewest} rows without gaps, got ${whole.length}. Ask whoever made the lesson for another link.`,
    );
  }
  const learnt = whole.filter((_, place) => place % 4 !== 3);
  const rows = [...learnt, ...whole.filter((_, place) => place % 4 === 3)];
  const column = (of: TypedColumn, values: Float64Array): SharedColumn => ({
    name: of.name,
    values: Float64Array.from(rows, (row) => values[row] as number),
  });
  return {
    table: name,
    inputs: [column(first, numbers[0]), column(second, numbers[1])],
    target: column(target, numbers[2]),
    trainRows: learnt.length,
  };
}

/** A column as numbers; one of so many words as their places. */
function numbersOf(column: TypedColumn, table: string, words: number): Float64Array {
  if (column.kind !== "category") return column.values;
  if (column.levels.length === words) return Float64Array.from(column.codes, (code) => (code < 0 ? Number.NaN : code));
  const [cell = ""] = column.levels;
  throw new NeuriteError(
    "bad-table",
    `${table}: expected numbers${words > 0 ? ` or ${words} words` : ""} in the column ${column.name}, got "${cell}" among ${column.levels.length} words. Ask whoever made the lesson for another link.`,
  );
}
