import { type FloatType, layout } from "./float-type";
import type { Formulas, Vector } from "./formulas";

/**
 * (log((1 + s) / (1 - s)) - 2s) / s³ as a polynomial in s², for |s| ≤ 0.172: own minimax fits, to 2^-32 and 2^-61 absolutely.
 */
const series = {
  float32: [0.6666682, 0.39973495, 0.2996414],
  float64: [
    0.6666666666666812, 0.39999999999002656, 0.28571428820932865, 0.22222191402703045, 0.18183903748330688,
    0.15306012256413534, 0.1487127576507986,
  ],
};

/** The bits of √½. */
const sqrtHalf = { float32: 0x3f3504f3n, float64: 0x3fe6a09e667f3bcdn };

/** For code where any lane is no positive normal number: the bits of sign and exponent are up to 0 or all ones. */
export function whereOdd(f: Formulas, x: Vector) {
  return f.rare(f.ltWords(f.addWords(x, f.exponent(1)), f.exponent(2)));
}

/** What is taken off of the number 2^places whose last places are an exponent with its bias, to leave the exponent. */
export function exponentOffset(dtype: FloatType): Vector {
  const { bias, places } = layout[dtype];
  return 2 ** places + bias;
}

/** Splits positive normal numbers into 2^n · m with √½ ≤ m < √2; `power` is n in the exponent's place of a word. */
export function splitLogarithm(f: Formulas, dtype: FloatType, x: Vector, added = exponentOffset(dtype)) {
  const { bias, places } = layout[dtype];
  const above = f.hold(f.subWords(x, f.word(sqrtHalf[dtype])));
  const low = f.shrUnsigned(f.addWords(above, f.exponent(bias)), places);
  return { n: f.hold(f.sub(f.or(low, 2 ** places), added)), power: f.hold(f.and(above, f.exponent(-1))) };
}

/**
 * n · ln 2 + log(1 + m) for √½ ≤ 1 + m < √2, by log(1 + m) = 2 artanh(s) with s = m / (2 + m).
 * Source of the arrangement: fdlibm, e_log.c (Sun Microsystems, 1993).
 */
export function logarithm(f: Formulas, dtype: FloatType, n: Vector, m: Vector): Vector {
  const { ln2High, ln2Low } = layout[dtype];
  const s = f.hold(f.div(m, f.add(m, 2)));
  const square = f.hold(f.mul(s, s));
  const half = f.hold(f.mul(f.mul(m, m), 0.5));
  const rest = f.mul(square, f.polynomial(square, series[dtype]));
  const small = f.add(f.mul(s, f.add(half, rest)), f.mul(n, ln2Low));
  return f.sub(f.mul(n, ln2High), f.sub(f.sub(half, small), m));
}

/** A logarithm whose argument is x: ∞ and NaN where x is, -∞ where it is 0, NaN below. */
export function logarithmAtEnds(f: Formulas, x: Vector, finite: Vector): Vector {
  const infinity = Number.POSITIVE_INFINITY;
  const above = f.add(f.sub(finite, f.and(f.eq(x, 0), infinity)), f.andnot(x, f.lt(x, infinity)));
  return f.or(above, f.lt(x, 0));
}
