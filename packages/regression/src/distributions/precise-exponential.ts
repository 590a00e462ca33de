// e^x and log x in double-double, to 29 digits, in + - * / only.
import { naturalLog } from "@neurite/tensor";
import { add, type DoubleDouble, divide, doubleDouble, multiply, one, subtract } from "../linear-algebra/double-double";
import { timesPowerOfTwo } from "./exponential";

export const ln2: DoubleDouble = { high: Math.LN2, low: 2.3190468138462996e-17 };

/** e^x, for x up to 709; 0 below -745. */
export function preciseExponential(x: DoubleDouble): DoubleDouble {
  if (x.high < -745.2) return doubleDouble(0);
  const powers = Math.round(x.high / ln2.high);
  const rest = subtract(x, multiply(ln2, doubleDouble(powers)));
  // a 32nd of it, of at most 0.011, so that 13 terms suffice; then five times (1 + s)² - 1 = 2s + s²
  const part = { high: rest.high / 32, low: rest.low / 32 };
  let sum = one;
  for (let n = 13; n >= 2; n--) sum = add(one, divide(multiply(part, sum), doubleDouble(n)));
  let less = multiply(part, sum);
  for (let time = 0; time < 5; time++) less = add({ high: 2 * less.high, low: 2 * less.low }, multiply(less, less));
  const value = add(one, less);
  return { high: timesPowerOfTwo(value.high, powers), low: timesPowerOfTwo(value.low, powers) };
}

/** log x, for x above 0: one step of Newton's method from the logarithm in float64. */
export function preciseLogarithm(x: DoubleDouble): DoubleDouble {
  const shift = x.high > 2 ** 500 ? -600 : x.high < 2 ** -500 ? 600 : 0; // e^-start has to be a float64 with all its digits
  const scaled = { high: timesPowerOfTwo(x.high, shift), low: timesPowerOfTwo(x.low, shift) };
  const start = naturalLog(scaled.high);
  const off = subtract(multiply(scaled, preciseExponential(doubleDouble(-start))), one);
  const step = subtract(off, doubleDouble((off.high * off.high) / 2));
  const log = add(doubleDouble(start), step);
  return shift === 0 ? log : subtract(log, multiply(ln2, doubleDouble(shift)));
}
