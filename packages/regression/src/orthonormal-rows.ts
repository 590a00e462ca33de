// Rows of Q = X R⁻¹, in which uncertainty is told without what the columns' likeness does to it: the covariance of the
// coefficients is R⁻¹ M R⁻ᵀ with a well-conditioned M, and a row's leverage is the square of its length.
import { add, type DoubleDouble, divide, doubleDouble, multiply } from "./double-double";
import { type DoubleRows, entryOf, setEntry, subtractMultiple } from "./double-rows";
import type { PreciseTriangle } from "./precise-triangle";
import type { ResidualBlock } from "./residual-blocks";

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
    const pivot = entryOf(data, j * size + j);
    for (let at = j * height; at < j * height + count; at++) setEntry(design, at, divide(entryOf(design, at), pivot));
  }
  return { rows: design, height, columns };
}

/** The square of row i's length, times the row's weight: how much of the row's own target its fitted value is. */
export function leverageOf({ rows, height, columns }: OrthonormalRows, i: number, weight: number): DoubleDouble {
  let sum = doubleDouble(0);
  for (let j = 0; j < columns; j++) {
    const entry = entryOf(rows, j * height + i);
    sum = add(sum, multiply(entry, entry));
  }
  return multiply(sum, doubleDouble(weight));
}
