import type { Code } from "../assembler/code";
import type { FloatType } from "./float-type";
import { formulas } from "./formulas";
import { halfAngle } from "./half-angle";

/** t = erf x / (1 + √(1 - erf² x)), for |x| up to where erf has rounded to 1. */
const above = [0.25641671, 0.02801545, 0.0021593894];
const below = [1.7724538, 0.4811167, 0.0846447, 0.010338563, 0.00016784637];

/** The error function 2/√π ∫₀ˣ e^(-t²) dt, to 4 ulp. */
export function erf(code: Code, dtype: FloatType): void {
  halfAngle(formulas(code, dtype), 3.95, above, below);
}
