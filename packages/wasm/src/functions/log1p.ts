import type { Code } from "../assembler/code";
import { type FloatType, layout } from "./float-type";
import { formulas } from "./formulas";
import { logarithm, logarithmAtEnds, splitLogarithm, whereOdd } from "./logarithm";

/** log(1 + x), to 2 ulp: n ln 2 + log(1 + m) with m = 2^-n · x + (2^-n - 1), where 1 + x is about 2^n · (1 + m). */
export function log1p(code: Code, dtype: FloatType): void {
  const f = formulas(code, dtype);
  const x = f.operand();
  const sum = f.hold(f.add(x, 1));
  const { n, power } = splitLogarithm(f, dtype, sum);
  // For the largest n these bits are those of -∞ in place of a number that no longer counts.
  const inverse = f.pmax(f.subWords(f.exponent(layout[dtype].bias), power), 0);
  const m = f.hold(f.add(f.subWords(x, power), f.sub(inverse, 1)));
  const result = f.variable(logarithm(f, dtype, n, m));
  whereOdd(f, sum)(() => result.become(logarithmAtEnds(f, sum, result.value)));
  f.put(f.or(result.value, f.and(x, -0)));
}
