import type { PreciseColumn } from "./precise-column";

/** Decimals of so many digits were hardly rounded when they were written: what is printed to be read back has 15 or more. */
const digits = 10;
/** A fraction of few bits, such as 0.25, is a whole multiple of 1 over this. */
const bits = 2 ** 20;

/** Whether the numbers of a column are just these, and not rounded ones: what it tells by their last digits is then no accident. */
export function isExact({ high, low, exact }: PreciseColumn): boolean {
  if (exact !== undefined) return exact;
  return high.every((value, row) => {
    const isBinary = (low?.[row] ?? 0) === 0;
    if (isBinary && (Number.isSafeInteger(value) || Number.isSafeInteger(value * bits))) return true;
    // only text has a low part, so float64 numbers next to 0.1 are no decimals of one digit
    return low !== undefined && Number(value.toPrecision(digits)) === value;
  });
}
