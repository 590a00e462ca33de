import type { Code } from "../assembler/code";
import type { FloatType } from "./float-type";
import { sine } from "./sine";

/** The cosine of radians, to 4 ulp for every x; NaN for ±∞. */
export function cos(code: Code, dtype: FloatType): void {
  sine(code, dtype, 0.5);
}
