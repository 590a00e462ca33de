import { type FloatType, layout } from "./float-type";
import type { Formulas, Vector } from "./formulas";

const { LOG2E } = Math;

/** (e^r - 1 - r) / r² for |r| ≤ ln 2 / 2: own minimax fits of e^r, to 2^-28 and 2^-58. */
export const exponentialSeries = {
  float32: [0.49999994, 0.1666652, 0.041668393, 0.00836878, 0.0013814496],
  float64: [
    0.5000000000000011, 0.1666666666666641, 0.041666666666529184, 0.00833333333349556, 0.0013888888943923625,
    0.00019841269504878626, 2.480149276170725e-5, 2.7557587256957847e-6, 2.7630379039924463e-7, 2.499998877531095e-8,
  ],
};

/** n ln 2 + r, see {@link splitExponential}. */
export type Exponential = Readonly<Record<"high" | "low" | "r" | "power", Vector>>;

/**
 * Splits x into n ln 2 + r with |r| ≤ ln 2 / 2, where r is `high` - `low` more precisely.
 *
 * `power` is n in the exponent's place of a word, so that adding it to the bits of a number multiplies that by 2^n.
 */
export function splitExponential(f: Formulas, dtype: FloatType, x: Vector): Exponential {
  const { places, ln2High, ln2Low } = layout[dtype];
  const n = f.hold(f.nearest(f.mul(x, LOG2E)));
  const high = f.hold(f.sub(x, f.mul(n, ln2High)));
  const low = f.hold(f.mul(n, ln2Low));
  return { high, low, r: f.hold(f.sub(high, low)), power: f.shl(f.add(n, 1.5 * 2 ** places), places) };
}

/** e^r - 1 with one rounding that counts, from (e^r - 1 - r) / r² as a polynomial; two of its terms stand alone to be quick. */
export function smallExpm1(
  f: Formulas,
  { high, low, r }: Omit<Exponential, "power">,
  series: readonly number[],
): Vector {
  const square = f.hold(f.mul(r, r));
  const first = f.sub(f.mul(square, f.polynomial(r, series.slice(0, 2))), low);
  return f.add(high, f.add(first, f.mul(f.mul(square, square), f.polynomial(r, series.slice(2)))));
}

/**
 * x · 2^n from `power`, n in the exponent's place, for x near 1, as two multiplications by the halves of 2^n: 2^n itself need not be a
 * number, and a subnormal result has to be rounded once, at the end.
 */
export function timesPower(f: Formulas, dtype: FloatType, x: Vector, power: Vector): Vector {
  const both = f.hold(f.addWords(power, f.exponent(2 * layout[dtype].bias)));
  const half = f.hold(f.and(f.shrUnsigned(both, 1), f.exponent(-1)));
  return f.mul(f.mul(x, half), f.subWords(both, half));
}
