// Double-double arithmetic: a number as the unevaluated sum of two float64, about 31 digits (106 bits). Only + - * / and
// the square root of float64, which IEEE 754 rounds correctly everywhere, so results have the same bits on every machine.
// JavaScript has no fused multiply-add, hence Veltkamp's splitting; it overflows above about 1e299, so scale before.
// Sources: Dekker, Numerische Mathematik 18 (1971); Knuth, The Art of Computer Programming 2, 4.2.2; Joldes, Muller and
// Popescu, Tight and rigorous error bounds for basic building blocks of double-word arithmetic, TOMS 44 (2017).

/** `high + low`, where `high` is the sum rounded to float64. */
export interface DoubleDouble {
  readonly high: number;
  readonly low: number;
}

/** Factor of the splitting of a float64 into two halves of 26 bits: 2²⁷ + 1. */
export const splitter = 134217729;

/** A float64 as it is. */
export function doubleDouble(value: number): DoubleDouble {
  return { high: value, low: 0 };
}

export const one: DoubleDouble = { high: 1, low: 0 };

/** a + b without error: the rounded sum and what rounding took. */
export function twoSum(a: number, b: number): DoubleDouble {
  const high = a + b;
  const v = high - a;
  return { high, low: a - (high - v) + (b - v) };
}

/** a · b without error, as long as nothing overflows or vanishes: the rounded product and what rounding took. */
export function twoProduct(a: number, b: number): DoubleDouble {
  const high = a * b;
  const s = splitter * a;
  const a1 = s - (s - a);
  const a2 = a - a1;
  const t = splitter * b;
  const b1 = t - (t - b);
  const b2 = b - b1;
  return { high, low: a2 * b2 - (high - a1 * b1 - a2 * b1 - a1 * b2) };
}

/** The sum with the low part brought below half a unit of the high one; `high` must be the larger. */
export function normalized(high: number, low: number): DoubleDouble {
  const sum = high + low;
  return { high: sum, low: low - (sum - high) };
}

/** a + b, to a relative error of 2⁻¹⁰⁴ also where both nearly cancel. */
export function add(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const s = twoSum(a.high, b.high);
  const t = twoSum(a.low, b.low);
  const v = normalized(s.high, s.low + t.high);
  return normalized(v.high, v.low + t.low);
}

/** -a. */
export function negate(a: DoubleDouble): DoubleDouble {
  return { high: -a.high, low: -a.low };
}

/** a - b. */
export function subtract(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  return add(a, negate(b));
}

/** a · b. */
export function multiply(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const p = twoProduct(a.high, b.high);
  return normalized(p.high, p.low + (a.high * b.low + a.low * b.high));
}

/** a / b by long division: each digit is a float64, the last one corrects the others. Infinity or NaN for a divisor of 0. */
export function divide(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const first = a.high / b.high;
  const rest = subtract(a, multiply(b, doubleDouble(first)));
  const second = rest.high / b.high;
  const third = subtract(rest, multiply(b, doubleDouble(second))).high / b.high;
  const quotient = normalized(first, second);
  return normalized(quotient.high, quotient.low + third);
}

/** √a for a of 0 or more: one Newton step from the float64 root, with the remainder in double-double. */
export function squareRoot(a: DoubleDouble): DoubleDouble {
  const root = Math.sqrt(a.high);
  if (root === 0) return doubleDouble(root);
  return normalized(root, subtract(a, twoProduct(root, root)).high / (2 * root));
}

/** aⁿ for a whole number n, by repeated squaring; a⁰ is 1. */
export function integerPower(a: DoubleDouble, n: number): DoubleDouble {
  let result = one;
  let square = a;
  for (let left = Math.abs(n); left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result = multiply(result, square);
    if (left > 1) square = multiply(square, square);
  }
  return n < 0 ? divide(one, result) : result;
}
