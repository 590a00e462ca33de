// Double-double arithmetic: a number as the unevaluated sum of two float64, about 31 digits. The exponents of the distributions need it:
// x^a e^(-x) at a = 1e8 is the exponential of a difference of numbers around 1e9, of which 1e-16 matters.
// Source: Dekker, "A floating-point technique for extending the available precision" (1971); Knuth's two-sum.

/** `high + low`, where `low` is less than half a unit in the last place of `high`. */
export interface Double {
  readonly high: number;
  readonly low: number;
}

const splitter = 134217729; // 2^27 + 1

/** A float64 as it is. */
export function exactly(value: number): Double {
  return { high: value, low: 0 };
}

export const one: Double = { high: 1, low: 0 };

/** a + b of two float64, exactly. */
export function exactSum(a: number, b: number): Double {
  const high = a + b;
  const part = high - a;
  return { high, low: a - (high - part) + (b - part) };
}

/** a · b of two float64, exactly, as long as neither is beyond 1e300. */
export function exactProduct(a: number, b: number): Double {
  const high = a * b;
  const [aHigh, bHigh] = [upperHalf(a), upperHalf(b)];
  const [aLow, bLow] = [a - aHigh, b - bHigh];
  return { high, low: aLow * bLow - (high - aHigh * bHigh - aLow * bHigh - aHigh * bLow) };
}

function upperHalf(a: number): number {
  const wide = splitter * a;
  return wide - (wide - a);
}

/** For |a| ≥ |b|, or a = 0. */
function ordered(a: number, b: number): Double {
  const high = a + b;
  return { high, low: b - (high - a) };
}

export function add(a: Double, b: Double): Double {
  const high = exactSum(a.high, b.high);
  const low = exactSum(a.low, b.low);
  const sum = ordered(high.high, high.low + low.high);
  return ordered(sum.high, sum.low + low.low);
}

export function subtract(a: Double, b: Double): Double {
  return add(a, { high: -b.high, low: -b.low });
}

export function multiply(a: Double, b: Double): Double {
  const product = exactProduct(a.high, b.high);
  return ordered(product.high, product.low + (a.high * b.low + a.low * b.high));
}

export function divide(a: Double, b: Double): Double {
  const first = a.high / b.high;
  const rest = subtract(a, multiply(b, exactly(first)));
  const second = rest.high / b.high;
  const third = subtract(rest, multiply(b, exactly(second))).high / b.high;
  const sum = ordered(first, second);
  return ordered(sum.high, sum.low + third);
}
