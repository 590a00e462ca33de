import {
  add,
  type DoubleDouble,
  divide,
  doubleDouble,
  integerPower,
  multiply,
  squareRoot,
  subtract,
} from "../linear-algebra/double-double";

type OfTwo = (a: DoubleDouble, b: DoubleDouble) => DoubleDouble;

/** What the signs of arithmetic do with two numbers. */
export const operations: Readonly<Record<"+" | "-" | "*" | "/" | "^", OfTwo>> = {
  "+": guarded(add, (a, b) => a + b),
  "-": guarded(subtract, (a, b) => a - b),
  "*": guarded(multiply, (a, b) => a * b),
  "/": guarded(divide, (a, b) => a / b),
  "^": guarded(power, (a, b) => a ** b),
};

/** Whole powers keep 31 digits, and so does the square root; others have the digits of float64. */
function power(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  if (b.low === 0 && Number.isInteger(b.high) && Math.abs(b.high) <= 1024) return integerPower(a, b.high);
  if (b.low === 0 && b.high === 0.5) return squareRoot(a);
  return doubleDouble(a.high ** b.high);
}

/** Near the ends of float64 double-double overflows sooner than float64 does: there its 16 digits will do. */
function guarded(precise: OfTwo, plain: (a: number, b: number) => number): OfTwo {
  return (a, b) => {
    const result = precise(a, b);
    return Number.isFinite(result.high + result.low) ? result : doubleDouble(plain(a.high, b.high));
  };
}
