import type { Code } from "../assembler/code";
import { expWithin } from "./exp";
import { expm1Within } from "./expm1";
import { splitExponential } from "./exponential";
import type { FloatType } from "./float-type";
import { type Formulas, formulas, type Vector } from "./formulas";

/** t = tanh(x / 2), for |x| up to where tanh has rounded to 1. */
const above = [0.02977342, 0.00011424398];
const below = [2, 0.22621363, 0.0024129963, 2.4577712e-6];

/** (tanh x / x - 1) / x² as a polynomial in x² for |x| ≤ 0.56: an own fit of tanh x, to 2^-29. */
const near = [-0.33333313, 0.13332474, -0.053840052, 0.021019127, -0.0061971648];

/** The hyperbolic tangent, to 4 ulp. */
export function tanh(code: Code, dtype: FloatType): void {
  const f = formulas(code, dtype);
  f.put(f.wide ? precise(f) : quick(f));
}

/**
 * As float32 near 0 by a polynomial, where only the last addition rounds much; beyond, for t = tanh(x / 2) = N / Q, as
 * 1 - (Q - N)² / (Q² + N²), whose errors are those of the smaller part.
 */
function quick(f: Formulas): Vector {
  const x = f.operand();
  const size = f.hold(f.pmin(f.abs(x), 9.3));
  const square = f.hold(f.mul(size, size));
  const n = f.hold(f.add(f.mul(f.mul(square, f.horner(square, above)), size), size));
  const q = f.hold(f.horner(square, below));
  const apart = f.hold(f.sub(q, n));
  const far = f.sub(1, f.div(f.mul(apart, apart), f.add(f.mul(q, q), f.mul(n, n))));
  const small = f.add(size, f.mul(size, f.mul(square, f.horner(square, near))));
  return f.or(f.select(small, far, f.lt(size, 0.55)), f.and(x, -0));
}

/**
 * As float64, since a rational function would be of too high a degree: -m / (e + 1) for e = e^(-2 |x|) and m = e - 1, and from where that
 * is over ½ on 1 - 2e / (e + 1), whose errors are those of the small quotient.
 */
function precise(f: Formulas): Vector {
  const x = f.operand();
  const size = f.hold(f.pmin(f.abs(x), 20));
  const parts = splitExponential(f, "float64", f.hold(f.mul(size, -2)));
  const m = f.hold(expm1Within(f, "float64", parts));
  const e = f.hold(expWithin(f, "float64", parts));
  const large = f.hold(f.gt(size, 0.55));
  const quotient = f.div(f.select(f.mul(e, -2), f.sub(0, m), large), f.add(e, 1));
  return f.or(f.add(f.and(large, 1), quotient), f.and(x, -0));
}
