import type { Code } from "../assembler/code";
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
  f.put(f.wide ? precise(f) : halfAngle(f, 9.1, above, below));
}

/** As float64 -m / (2 + m) for m = e^(-2 |x|) - 1, since a rational function would be of too high a degree. */
function precise(f: Formulas): Vector {
  const x = f.operand();
  const m = f.hold(expm1Within(f, "float64", f.hold(f.mul(f.pmin(f.abs(x), 20), -2))));
  return f.or(f.div(f.sub(0, m), f.add(m, 2)), f.and(x, -0));
}
