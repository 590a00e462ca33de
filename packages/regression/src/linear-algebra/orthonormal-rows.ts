// Rows of Q = X R⁻¹, in which uncertainty is told without what the columns' likeness does to it: the covariance of the
// coefficients is R⁻¹ M R⁻ᵀ with a well-conditioned M, and a row's leverage is the square of its length.

import type { ResidualBlock } from "../least-squares/residual-blocks";
import { add, divide, doubleDouble, multiply, one, subtract } from "./double-double";
import { type DoubleRows, entryOf, setEntry, subtractMultiple } from "./double-rows";
import type { PreciseTriangle } from "./precise-triangle";

/** Some rows of Q; entry i of column j stands at `j * height + i`. */
export interface OrthonormalRows {
  readonly rows: DoubleRows;
  readonly height: number;
  readonly columns: number;
}

/** Turns the design of a block into its rows of Q, in place. */
export function orthonormalRows(
  { design, height, count }: ResidualBlock,
  { size, data }: PreciseTriangle,
  columns: number,
): OrthonormalRows {
  for (let j = 0; j < columns; j++) {
    for (let i = 0; i < j; i++) {
      subtractMultiple(entryOf(data, j * size + i), design, i * height, design, j * height, count);
    }
    const inverse = divide(one, entryOf(data, j * size + j));
    for (let at = j * height; at < j * height + count; at++)
      setEntry(design, at, multiply(entryOf(design, at), inverse));
  }
  return { rows: design, height, columns };
}

/** Less than this is left of a row's own target where its leverage is 1 but for rounding. */
const nothingLeft = 1e-12;

/** How much of row i's own target its fitted value is, the square of the row's length times its weight; and what is left of 1. */
export function leverageOf(
  { rows, height, columns }: OrthonormalRows,
  i: number,
  weight: number,
): { readonly leverage: number; readonly left: number } {
  // a row that takes no part may be beyond all measure
  if (weight === 0) return { leverage: 0, left: 1 };
  let sum = doubleDouble(0);
  for (let j = 0; j < columns; j++) {
    const entry = entryOf(rows, j * height + i);
    sum = add(sum, multiply(entry, entry));
  }
  const leverage = multiply(sum, doubleDouble(weight));
  const left = subtract(one, leverage).high;
  return left < nothingLeft ? { leverage: 1, left: 0 } : { leverage: leverage.high, left };
}
