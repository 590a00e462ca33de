import type { Code } from "../assembler/code";
import { expWithin } from "./exp";
import { expm1Within } from "./expm1";
import type { FloatType } from "./float-type";
import { type Formulas, formulas, type Vector } from "./formulas";
import { halfAngle } from "./half-angle";

/** t = tanh(x / 2), for |x| up to where tanh has rounded to 1. */
const above = [0.02977342, 0.00011424398];
const below = [2, 0.22621363, 0.0024129963, 2.4577712e-6];

/** The hyperbolic tangent, to 4 ulp. */
export function tanh(code: Code, dtype: FloatType): void {
  const f = formulas(code, dtype);
  f.put(f.wide ? precise(f) : halfAngle(f, 9.12, above, below));
}

/**
 * As float64, since a rational function would be of too high a degree: -m / (e + 1) for e = e^(-2 |x|) and m = e - 1, and from where that
 * is over ½ on 1 - 2e / (e + 1), whose errors are those of the small quotient.
 */
function precise(f: Formulas): Vector {
  const x = f.operand();
  const size = f.hold(f.pmin(f.abs(x), 20));
  const twice = f.hold(f.mul(size, -2));
  const m = f.hold(expm1Within(f, "float64", twice));
  const e = f.hold(expWithin(f, "float64", twice));
  const large = f.hold(f.gt(size, 0.55));
  const quotient = f.div(f.select(f.mul(e, -2), f.sub(0, m), large), f.add(e, 1));
  return f.or(f.add(f.and(large, 1), quotient), f.and(x, -0));
}
