import {
  type DType,
  filled,
  formatShape,
  type Nested,
  NeuriteError,
  type Shape,
  sameShape,
  sizeOf,
  type Type,
  type Value,
  value,
} from "@neurite/tensor";

/** One array with a row for each example: a value, or nested lists. */
export type Rows = Value | readonly Nested[];

/** One array for a network of one input; a list of values for one of several. */
export type RowsOrList = Rows | readonly Value[];

/** What a network learns from. */
export interface Data {
  /** `[rows, ...]` for each input. */
  readonly inputs: RowsOrList;
  /** `[rows, ...]` for each output. */
  readonly targets: RowsOrList;
  /** How much each row counts, `[rows]`; 1 unless given. */
  readonly weights?: Rows;
}

/** The arrays of one argument, each as a value in the dtype asked for (int32 stays int32). */
export function toValues(subject: string, given: RowsOrList, dtype: DType): readonly Value[] {
  if (typeof given !== "object" || given === null) {
    throw new NeuriteError(
      "bad-data",
      `${subject}: expected nested lists or a value with shape, dtype and data, got ${given === undefined ? "nothing" : typeof given}. Pass { inputs, targets } with one row for each example.`,
    );
  }
  const list: readonly Rows[] = isValueList(given) ? given : [given as Rows];
  return list.map((rows, i) => {
    const held = isValue(rows) ? rows : value(rows, { dtype });
    if (held.shape.length === 0) {
      throw new NeuriteError(
        "bad-data",
        `${subject}: expected an array with one row for each example, got a single number. Wrap it in a list.`,
      );
    }
    checkFinite(list.length > 1 ? `${subject} ${i}` : subject, held);
    return convert(held, dtype);
  });
}

function isValue(given: RowsOrList): given is Value {
  return !Array.isArray(given) && "data" in given;
}

function isValueList(given: RowsOrList): given is readonly Value[] {
  return Array.isArray(given) && given.length > 0 && typeof given[0] === "object" && "data" in given[0];
}

/** Numbers as another dtype; whole numbers (indices) and what fits already stay as they are. */
function convert(held: Value, dtype: DType): Value {
  if (held.dtype === dtype || held.dtype === "int32") return held;
  return filled({ shape: held.shape, dtype }, held.data);
}

function checkFinite(subject: string, { shape, data }: Value): void {
  const at = firstNotFinite(data);
  if (at < 0) return;
  const width = sizeOf(shape.slice(1));
  throw notFinite(subject, data[at] as number, `row ${Math.floor(at / width)}, column ${at % width}`);
}

/** The error for a number of the data that is NaN or infinite. */
export function notFinite(subject: string, n: number, where: string): NeuriteError {
  return new NeuriteError(
    "bad-data",
    `${subject}: every number should be finite, got ${n} in ${where}. Fill missing cells and scale huge ones first.`,
  );
}

/** Where the first number stands that is NaN or infinite; -1 where none is. Tables have millions of cells: four are looked at as one sum. */
export function firstNotFinite(data: Value["data"]): number {
  const at = (i: number) => data[i] as number;
  let i = 0;
  for (; i + 4 <= data.length; i += 4) {
    const sum = at(i) + at(i + 1) + (at(i + 2) + at(i + 3));
    if (sum - sum !== 0) break; // or too large for float64, though each number is finite
  }
  for (; i < data.length; i++) {
    if (at(i) - at(i) !== 0) return i; // NaN for NaN and for both infinities
  }
  return -1;
}

/** Refuses arrays that disagree on the number of rows, and gives that number. */
export function countRows(subject: string, parts: readonly Value[]): number {
  const rows = parts[0]?.shape[0] ?? 0;
  const odd = parts.find((part) => part.shape[0] !== rows);
  if (odd) {
    throw new NeuriteError(
      "bad-data",
      `${subject}: inputs, targets and weights should have equally many rows, got ${rows} and ${odd.shape[0]}. Pass one row of each for each example.`,
    );
  }
  return rows;
}

/** What one row of an array looks like. */
export function rowType({ shape, dtype }: Type): Type {
  return { shape: shape.slice(1), dtype };
}

/** Refuses data whose rows are not what a network takes. */
export function checkRows(subject: string, expected: readonly Type[], got: readonly Value[]): void {
  const fits = expected.every(({ shape, dtype }, i) => {
    const value = got[i];
    return value?.dtype === dtype && value.shape.length > 0 && sameShape(shape, value.shape.slice(1));
  });
  if (fits && got.length === expected.length) return;
  const describe = (types: readonly Type[]) =>
    types.map(({ shape, dtype }) => `${dtype} ${formatShape(["rows", ...shape] as unknown as Shape)}`).join(" and ");
  throw new NeuriteError(
    "bad-data",
    `${subject}: the network takes ${describe(expected)}, got ${describe(got.map(rowType))}. Bring the columns that it was made for.`,
  );
}

/** Some rows of an array, without copying. */
export function rowsOf(held: Value, from: number, to: number): Value {
  const width = sizeOf(held.shape.slice(1));
  const data = held.data.subarray(from * width, to * width);
  return { shape: [to - from, ...held.shape.slice(1)], dtype: held.dtype, data };
}
