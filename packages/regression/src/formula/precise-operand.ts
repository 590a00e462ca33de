// Arithmetic on whole columns in double-double: products and powers of decimal text keep 31 digits.

import type { PreciseColumn } from "../columns/precise-column";
import type { DoubleDouble } from "../linear-algebra/double-double";

/** One number for all rows, or a number for each. */
export type Operand = DoubleDouble | PreciseColumn;

/** Computes one operand anew; a number stays a number. */
export function mapped<O extends Operand>(a: O, compute: (a: DoubleDouble) => DoubleDouble): O;
export function mapped(a: Operand, compute: (a: DoubleDouble) => DoubleDouble): Operand {
  return isNumber(a) ? compute(a) : filledColumn(a.high.length, (row) => compute(numberAt(a, row)));
}

/** Computes two operands into one; two numbers give a number. */
export function paired<O extends Operand>(a: O, b: O, compute: (a: DoubleDouble, b: DoubleDouble) => DoubleDouble): O;
export function paired(a: Operand, b: Operand, compute: (a: DoubleDouble, b: DoubleDouble) => DoubleDouble): Operand {
  if (!isNumber(a)) return filledColumn(a.high.length, (row) => compute(numberAt(a, row), numberAt(b, row)));
  return isNumber(b) ? compute(a, b) : filledColumn(b.high.length, (row) => compute(a, numberAt(b, row)));
}

/** A column from a number for each row; `low` stays away where every number is one of float64. */
export function filledColumn(rows: number, compute: (row: number) => DoubleDouble): PreciseColumn {
  const high = new Float64Array(rows);
  let low: Float64Array | undefined;
  for (let row = 0; row < rows; row++) {
    const number = compute(row);
    high[row] = number.high;
    if (number.low === 0) continue;
    low ??= new Float64Array(rows);
    low[row] = number.low;
  }
  return low === undefined ? { high } : { high, low };
}

/** The number of one row. */
export function numberAt(operand: Operand, row: number): DoubleDouble {
  if (isNumber(operand)) return operand;
  return { high: operand.high[row] as number, low: operand.low?.[row] ?? 0 };
}

/** Whether it is one number for all rows. */
export function isNumber(operand: Operand): operand is DoubleDouble {
  return typeof operand.high === "number";
}
