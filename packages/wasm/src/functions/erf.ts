import type { Code } from "../assembler/code";
import { expWithin } from "./exp";
import { splitExponential } from "./exponential";
import type { FloatType } from "./float-type";
import { type Formulas, formulas, type Vector } from "./formulas";

/** t = erf x / (1 + √(1 - erf² x)), for |x| up to where erf has rounded to 1. */
const above = [0.25641671, 0.02801545, 0.0021593894];
const below = [1.7724538, 0.4811167, 0.0846447, 0.010338563, 0.00016784637];

/** (erf x / x - 2 / √π) / x² as a polynomial in x² for |x| ≤ 1: an own minimax fit of erf x, to 2^-56. */
const near = [
  -0.376126389031836, 0.11283791670946215, -0.026866170643356023, 0.005223977607747172, -0.0008548325995455003,
  0.00012055295300423726, -1.492474173329142e-5, 1.6447459232268479e-6, -1.6208604493127192e-7, 1.3720110545296732e-8,
  -7.795293372626423e-10,
];

/** e^(x²) (1 - erf x) as a polynomial in 1 / (x + 3) for 1 ≤ x ≤ 6: an own minimax fit of erf x, to 2^-57. */
const far = [
  0.0001268473024143406, 0.5568858269113577, 1.8842248295652706, 1.7699621221797592, 44.61575402301113,
  -205.2170572844599, 1313.7336604050802, -4547.636574258154, 12212.933347973283, -19633.87818277518,
  16395.809408396504, -5540.7900434887715,
];

/** The error function 2/√π ∫₀ˣ e^(-t²) dt, to 4 ulp. */
export function erf(code: Code, dtype: FloatType): void {
  const f = formulas(code, dtype);
  f.put(f.wide ? precise(f) : quick(f));
}

/**
 * As float32 2t / (1 + t²) for t = N / Q = x · (1 + x² P(x²)) / Q(x²), written as 2NQ / (Q² + N²).
 *
 * An odd function that goes to ±1 is best computed so: where it is near 1 the errors of t hardly count, and small polynomials do. Their
 * coefficients are own minimax fits of t, weighted by what its error does to the result, and then moved by last places until the largest
 * error among many numbers was least.
 */
function quick(f: Formulas): Vector {
  const x = f.hold(f.pmax(f.pmin(f.operand(), 3.95), -3.95));
  const square = f.hold(f.mul(x, x));
  const n = f.hold(f.add(f.mul(f.mul(square, f.horner(square, above)), x), x));
  const q = f.hold(f.horner(square, below));
  const product = f.hold(f.mul(n, q));
  const result = f.div(f.add(product, product), f.add(f.mul(q, q), f.mul(n, n)));
  return f.pmax(f.pmin(f.hold(result), 1), -1);
}

/** As float64 from 1 on 1 less e^(-x²) times a polynomial: a rational function alone would be of too high a degree. */
function precise(f: Formulas): Vector {
  const x = f.operand();
  const size = f.hold(f.pmin(f.abs(x), 6));
  const square = f.hold(f.mul(size, size));
  // 2 / √π - 1, with which the largest part of the result is x itself.
  const slope = f.add(f.mul(square, f.polynomial(square, near)), 0.1283791670955126);
  const small = f.hold(f.add(size, f.mul(size, slope)));
  const e = f.hold(expWithin(f, "float64", splitExponential(f, "float64", f.hold(f.sub(0, square)))));
  const inverse = f.hold(f.div(1, f.add(size, 3)));
  const large = f.sub(1, f.mul(e, f.polynomial(inverse, far)));
  return f.or(f.select(small, large, f.lt(size, 1)), f.and(x, -0));
}
