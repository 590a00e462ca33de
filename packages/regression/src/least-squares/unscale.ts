// The way back from scaled columns to the caller's units.

import { type ScaledColumn, timesPowerOfTwo } from "../columns/scaled-column";
import { add, type DoubleDouble, multiply, twoProduct } from "../linear-algebra/double-double";
import { type DoubleRows, entryOf } from "../linear-algebra/double-rows";

/** A coefficient in the caller's units. */
export function slope(column: ScaledColumn, target: ScaledColumn, scaled: number): number {
  return timesPowerOfTwo((scaled * column.scale) / target.scale, target.exponent - column.exponent);
}

/** The intercept: moves the centre back to the origin, in double-double since the products may nearly cancel. */
export function interceptOf(kept: readonly ScaledColumn[], target: ScaledColumn, estimates: DoubleRows): number {
  let sum: DoubleDouble = twoProduct(target.shift, target.scale);
  for (const [j, factor] of interceptCombination(kept).entries()) {
    sum = add(sum, multiply({ high: factor, low: 0 }, entryOf(estimates, j)));
  }
  return timesPowerOfTwo(sum.high / target.scale, target.exponent);
}

/** By what the scaled coefficients, the intercept's first, are multiplied to add up to the intercept in the scaled target's units. */
export function interceptCombination(kept: readonly ScaledColumn[]): Float64Array {
  return Float64Array.from(kept, ({ shift, scale }, j) => (j === 0 ? 1 : -shift * scale));
}
