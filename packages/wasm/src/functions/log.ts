import type { Code } from "../assembler/code";
import { type FloatType, layout } from "./float-type";
import { formulas } from "./formulas";
import { exponentOffset, logarithm, logarithmAtEnds, splitLogarithm, whereOdd } from "./logarithm";

/** The natural logarithm, to 1 ulp: n ln 2 + log(1 + m) for x = 2^n · (1 + m). Subnormal numbers are made normal first. */
export function log(code: Code, dtype: FloatType): void {
  const f = formulas(code, dtype);
  const { bias, places } = layout[dtype];
  const x = f.operand();
  const normal = f.variable(x);
  const added = f.variable(exponentOffset(dtype));
  const odd = whereOdd(f, x);
  odd(() => {
    const subnormal = f.hold(f.lt(x, 2 ** (1 - bias)));
    normal.become(f.mul(x, f.select(2 ** places, 1, subnormal)));
    added.become(f.add(exponentOffset(dtype), f.and(subnormal, places)));
  });
  const { n, power } = splitLogarithm(f, dtype, normal.value, added.value);
  const m = f.hold(f.sub(f.subWords(normal.value, power), 1));
  const result = f.variable(logarithm(f, dtype, n, m));
  odd(() => result.become(logarithmAtEnds(f, x, result.value)));
  f.put(result.value);
}
