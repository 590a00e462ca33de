import { add, type DoubleDouble, divide, doubleDouble, multiply, one, subtract } from "../linear-algebra/double-double";
import { preciseLogarithm } from "./precise-exponential";

const halfLogOfTurn: DoubleDouble = { high: 0.9189385332046728, low: -3.8782941580672414e-17 }; // ½ log 2π

/** B₂ₖ / (2k (2k - 1)) with the Bernoulli numbers, from k = 2 on: the coefficients of x⁻³, x⁻⁵, … in Stirling's series. */
const stirling = [
  -0.002777777777777778, 0.0007936507936507937, -0.0005952380952380953, 0.0008417508417508417, -0.0019175269175269176,
  0.00641025641025641, -0.029550653594771242,
];

/** Where the series takes over: from here on its first eight terms leave less than 1e-26. */
const far = 32;

/**
 * log Γ(x) in double-double, for x above 0, to an absolute 1e-22 or a relative 1e-29: differences of it at large x keep their digits.
 *
 * Source: Abramowitz and Stegun, "Handbook of Mathematical Functions", 6.1.15 and 6.1.41.
 */
export function preciseLogGamma(x: DoubleDouble): DoubleDouble {
  let moved = x;
  let product = one;
  for (; moved.high < far; moved = add(moved, one)) product = multiply(product, moved);
  const square = 1 / (moved.high * moved.high);
  let series = 0;
  for (const coefficient of stirling.toReversed()) series = (series + coefficient) * square;
  const correction = add(divide(one, multiply(moved, doubleDouble(12))), doubleDouble(series / moved.high));
  const main = subtract(multiply(subtract(moved, doubleDouble(0.5)), preciseLogarithm(moved)), moved);
  const sum = add(add(main, halfLogOfTurn), correction);
  return product.high === 1 && product.low === 0 ? sum : subtract(sum, preciseLogarithm(product));
}
