import type { Code } from "../assembler/code";
import type { FloatType } from "./float-type";
import { formulas } from "./formulas";
import { halfAngle } from "./half-angle";

/** t = tanh(x / 2), for |x| up to where tanh has rounded to 1. */
const above = [0.02977342, 0.00011424398];
const below = [2, 0.22621363, 0.0024129963, 2.4577712e-6];

/** The hyperbolic tangent, to 4 ulp. */
export function tanh(code: Code, dtype: FloatType): void {
  halfAngle(formulas(code, dtype), 9.1, above, below);
}
