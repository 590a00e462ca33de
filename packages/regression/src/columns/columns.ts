// The door for numbers: named columns come in as float64 arrays, plain numbers or decimal text, and leave checked.
import { NeuriteError } from "@neurite/tensor";
import { doubleDouble } from "../linear-algebra/double-double";
import { parseDecimal } from "./parse-decimal";
import type { PreciseColumn } from "./precise-column";

/** One column: numbers, or decimal text such as `"12.50"` or `"-3e-7"`. */
export type ColumnValues = Float64Array | readonly number[] | readonly string[];

/**
 * Columns by name, in the order that counts: an object, a Map, or a list of pairs.
 *
 * Objects put whole-number names first and cannot hold `__proto__` when written as a literal; a Map or pairs can hold any name.
 */
export type Columns = Readonly<Record<string, ColumnValues>> | Iterable<readonly [name: string, values: ColumnValues]>;

/** Columns after the door: equally long, finite, in order. */
export interface Table {
  readonly rows: number;
  readonly names: readonly string[];
  readonly columns: readonly PreciseColumn[];
}

/** Checks one column cell by cell; `subject` opens the message, as in `leastSquares: column "x"`. */
export function readColumn(column: ColumnValues, subject: string): PreciseColumn {
  if (column instanceof Float64Array) {
    if (areFinite(column)) return { high: column };
    const row = column.findIndex((cell) => !Number.isFinite(cell));
    throw badCell(subject, row, column[row]);
  }
  const high = new Float64Array(column.length);
  let low: Float64Array | undefined;
  for (const [row, cell] of column.entries()) {
    const value = typeof cell === "string" ? parseDecimal(cell) : doubleDouble(cell);
    if (typeof value?.high !== "number" || !Number.isFinite(value.high)) throw badCell(subject, row, cell);
    high[row] = value.high;
    if (value.low === 0) continue;
    low ??= new Float64Array(column.length);
    low[row] = value.low;
  }
  return { high, low };
}

/** Whether all numbers are finite: 0 times any other is NaN. In four sums, of which none waits for another. */
function areFinite(column: Float64Array): boolean {
  const fours = column.length - (column.length % 4);
  let [a, b, c, d] = [0, 0, 0, 0];
  for (let row = 0; row < fours; row += 4) {
    a += (column[row] as number) * 0;
    b += (column[row + 1] as number) * 0;
    c += (column[row + 2] as number) * 0;
    d += (column[row + 3] as number) * 0;
  }
  for (let row = fours; row < column.length; row++) a += (column[row] as number) * 0;
  return a + b + c + d === 0;
}

/** Reads every column, for a fit. */
export function readColumns(columns: Columns, subject: string): Table {
  const given = entries(columns, subject);
  const rows = rowCount(given);
  const read = [...given].map(([name, column]) => {
    checkLength(name, column, rows, subject);
    return readColumn(column, `${subject}: column ${JSON.stringify(name)}`);
  });
  return { rows, names: [...given.keys()], columns: read };
}

/** Reads the columns that a fit needs and leaves the others alone, whatever they hold. */
export function selectColumns(columns: Columns, names: readonly string[], subject: string): Table {
  const given = entries(columns, subject);
  if (given.size === 0) {
    throw new NeuriteError(
      "bad-data",
      `${subject}: at least one column is needed to tell how many rows there are, got none. Pass the columns of the rows to predict.`,
    );
  }
  const rows = rowCount(given);
  const read = names.map((name) => {
    const column = given.get(name);
    if (column === undefined) {
      const known = [...given.keys()].map((key) => JSON.stringify(key)).join(", ");
      throw new NeuriteError(
        "missing-column",
        `${subject}: column ${JSON.stringify(name)} is needed and not there, got ${known}. Pass every column that the fit has a coefficient for.`,
      );
    }
    checkLength(name, column, rows, subject);
    return readColumn(column, `${subject}: column ${JSON.stringify(name)}`);
  });
  return { rows, names, columns: read };
}

/** At least one row, and a target as long as the columns. */
export function checkRows(table: Table, rows: number, subject: string): void {
  if (rows === 0) {
    throw new NeuriteError("too-few-rows", `${subject}: at least 1 row is needed, got 0. Pass the rows to fit.`);
  }
  if (table.names.length > 0 && table.rows !== rows) {
    throw new NeuriteError(
      "bad-data",
      `${subject}: columns and target should be equally long, got ${table.rows} rows in the columns and ${rows} in the target. Pass one target for each row.`,
    );
  }
}

export function entries(columns: Columns, subject: string): ReadonlyMap<string, ColumnValues> {
  const pairs = Symbol.iterator in columns ? columns : Object.entries(columns);
  const found = new Map<string, ColumnValues>();
  for (const [name, column] of pairs as Iterable<readonly [string, ColumnValues]>) {
    if (found.has(name)) {
      throw new NeuriteError(
        "bad-data",
        `${subject}: each column name should stand once, got ${JSON.stringify(name)} twice. Rename one of them.`,
      );
    }
    if (!Array.isArray(column) && !(column instanceof Float64Array)) {
      throw new NeuriteError(
        "bad-data",
        `${subject}: column ${JSON.stringify(name)} should be a Float64Array or an array of numbers or text, got ${describe(column)}. Convert it with Float64Array.from.`,
      );
    }
    found.set(name, column);
  }
  return found;
}

function rowCount(given: ReadonlyMap<string, ColumnValues>): number {
  for (const column of given.values()) return column.length;
  return 0;
}

function checkLength(name: string, column: ColumnValues, rows: number, subject: string): void {
  if (column.length === rows) return;
  throw new NeuriteError(
    "bad-data",
    `${subject}: every column should have ${rows} rows like the first, got ${column.length} in ${JSON.stringify(name)}. Make the columns equally long.`,
  );
}

function badCell(subject: string, row: number, cell: unknown): NeuriteError {
  const got = typeof cell === "string" ? JSON.stringify(cell) : describe(cell);
  return new NeuriteError(
    "bad-cell",
    `${subject} should hold a finite number in every row, got ${got} in row ${row} (counted from 0). Mend the cell or leave the row out.`,
  );
}

function describe(value: unknown): string {
  if (typeof value === "number") return String(value);
  if (value === null || value === undefined) return String(value);
  return `a value of type ${typeof value === "object" ? (value.constructor?.name ?? "object") : typeof value}`;
}
