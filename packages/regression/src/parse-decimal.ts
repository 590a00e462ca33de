// Decimal text to double-double: "0.1" keeps 31 digits of what was written, where float64 keeps 17.
import { type DoubleDouble, divide, doubleDouble } from "./double-double";
import { timesPowerOfTwo } from "./scaled-column";

const decimal = /^\s*([+-]?)(\d+(?:\.\d*)?|\.\d+)(?:[eE]([+-]?\d+))?\s*$/;

/** Digits beyond these are below the last of a double-double. */
const digitsThatCount = 40;

/**
 * Reads decimal text such as `"12.50"` or `"-3e-7"`; undefined for what is no finite decimal number.
 *
 * `high` is what `Number(text)` gives, `low` the difference to the number written, both rounded to nearest.
 */
export function parseDecimal(text: string): DoubleDouble | undefined {
  const match = decimal.exec(text);
  const high = match === null ? Number.NaN : Number(text);
  if (match === null || !Number.isFinite(high)) return undefined;
  if (high === 0) return doubleDouble(high);
  const [whole = "", fraction = ""] = (match[2] as string).split(".");
  const digits = (whole + fraction).replace(/^0+/, "");
  const exponent = Number(match[3] ?? 0) - fraction.length;
  // Up to here both are exact in float64, and so is the remainder of their division.
  if (digits.length <= 15 && exponent <= 0 && exponent >= -22) {
    const sign = match[1] === "-" ? -1 : 1;
    return exponent === 0
      ? doubleDouble(high)
      : divide(doubleDouble(sign * Number(digits)), doubleDouble(10 ** -exponent));
  }
  const counted = digits.slice(0, digitsThatCount);
  const size = BigInt(counted);
  const low = difference(size, exponent + digits.length - counted.length, Math.abs(high));
  return { high, low: match[1] === "-" ? -low : low };
}

/** digits · 10^exponent - high, exact up to its own rounding to float64. */
function difference(digits: bigint, exponent: number, high: number): number {
  // high is a whole number times 2^-shift; 60 bits hold it whatever Math.log2 makes of a power of two.
  const shift = Math.max(0, 60 - Math.floor(Math.log2(high)));
  const whole = BigInt(timesPowerOfTwo(high, shift));
  // Over the common denominator 10^-exponent, in units of 2^-(shift + 80): 80 bits more than the difference needs.
  const numerator = exponent > 0 ? digits * 10n ** BigInt(exponent) : digits;
  const denominator = exponent < 0 ? 10n ** BigInt(-exponent) : 1n;
  const units = ((numerator << BigInt(shift)) - whole * denominator) * (1n << 80n);
  return timesPowerOfTwo(Number(units / denominator), -(shift + 80));
}
