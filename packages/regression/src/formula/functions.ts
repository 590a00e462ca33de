// Functions of one number. In float64 they are JavaScript's own, within an ulp or so, which is what R and NumPy give as well; those
// that double-double has keep its 31 digits.
import { type DoubleDouble, doubleDouble, negate, squareRoot } from "../linear-algebra/double-double";

type OfNumber = (x: DoubleDouble) => DoubleDouble;

/** The functions of formulas by name; NumPy's have its prefix as well, as in `np.log`. */
export const functions: Readonly<Record<string, OfNumber>> = {
  I: (x) => x,
  abs: (x) => (x.high < 0 ? negate(x) : x),
  sqrt: (x) => squareRoot(x),
  exp: inFloat64(Math.exp),
  expm1: inFloat64(Math.expm1),
  log: inFloat64(Math.log),
  log1p: inFloat64(Math.log1p),
  log2: inFloat64(Math.log2),
  log10: inFloat64(Math.log10),
  sin: inFloat64(Math.sin),
  cos: inFloat64(Math.cos),
  tan: inFloat64(Math.tan),
  atan: inFloat64(Math.atan),
  tanh: inFloat64(Math.tanh),
  sign: inFloat64(Math.sign),
  floor: inFloat64(Math.floor),
};

function inFloat64(compute: (x: number) => number): OfNumber {
  return ({ high }) => doubleDouble(compute(high));
}
