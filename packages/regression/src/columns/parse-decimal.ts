// Decimal text to double-double: "0.1" keeps 31 digits of what was written, where float64 keeps 17.
import { type DoubleDouble, doubleDouble, twoProduct } from "../linear-algebra/double-double";
import { timesPowerOfTwo } from "./scaled-column";

const decimal = /^\s*([+-]?)(\d+(?:\.\d*)?|\.\d+)(?:[eE]([+-]?\d+))?\s*$/;

/** Digits beyond these are below the last of a double-double. */
const digitsThatCount = 40;

// Written out: JavaScript does not say how exact its powers are.
const powersOfTen = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];

/**
 * Reads decimal text such as `"12.50"` or `"-3e-7"`; undefined for what is no finite decimal number.
 *
 * `high` is what `Number(text)` gives, `low` the difference to the number written, rounded to float64 as well.
 */
export function parseDecimal(text: string): DoubleDouble | undefined {
  return parseShort(text) ?? parseAny(text);
}

/** Up to 15 digits with or without sign and point, as most cells are; undefined for anything else. */
function parseShort(text: string): DoubleDouble | undefined {
  const first = text.charCodeAt(0);
  const signed = first === 43 || first === 45;
  const start = signed ? 1 : 0;
  let digits = 0;
  let point = -1;
  for (let i = start; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 48 && code <= 57) digits = digits * 10 + (code - 48);
    else if (code === 46 && point < 0) point = i;
    else return undefined;
  }
  const count = text.length - start - (point < 0 ? 0 : 1);
  if (count === 0 || count > 15) return undefined;
  const unit = powersOfTen[point < 0 ? 0 : text.length - 1 - point] as number;
  const sign = first === 45 ? -1 : 1;
  // Digits and unit are exact in float64, so the quotient is rounded once, and its remainder is exact.
  const high = digits / unit;
  const product = twoProduct(high, unit);
  return { high: sign * high, low: (sign * (digits - product.high - product.low)) / unit };
}

function parseAny(text: string): DoubleDouble | undefined {
  const match = decimal.exec(text);
  const high = match === null ? Number.NaN : Number(text);
  if (match === null || !Number.isFinite(high)) return undefined;
  if (high === 0) return doubleDouble(high);
  const [whole = "", fraction = ""] = (match[2] as string).split(".");
  const digits = (whole + fraction).replace(/^0+/, "");
  const exponent = Number(match[3] ?? 0) - fraction.length;
  const counted = digits.slice(0, digitsThatCount);
  const low = difference(BigInt(counted), exponent + digits.length - counted.length, Math.abs(high));
  return { high, low: match[1] === "-" ? -low : low };
}

/** digits · 10^exponent - high, exact up to its own rounding to float64. */
function difference(digits: bigint, exponent: number, high: number): number {
  // high is a whole number times 2^-shift; 60 bits hold it whatever Math.log2 makes of a power of two.
  const shift = Math.max(0, 60 - Math.floor(Math.log2(high)));
  const whole = BigInt(timesPowerOfTwo(high, shift));
  if (exponent >= 0) {
    return timesPowerOfTwo(Number(((digits * 10n ** BigInt(exponent)) << BigInt(shift)) - whole), -shift);
  }
  // In units of 2^-(shift + 80): as many bits more as make the division's rounding harmless.
  const denominator = 10n ** BigInt(-exponent);
  const units = (((digits << BigInt(shift)) - whole * denominator) << 80n) / denominator;
  return timesPowerOfTwo(Number(units), -(shift + 80));
}
