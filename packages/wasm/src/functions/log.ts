import type { Code } from "../assembler/code";
import { layout } from "./exponential";
import type { FloatType } from "./float-type";
import { formulas } from "./formulas";
import { logarithm, logarithmAtEnds, splitLogarithm } from "./logarithm";

/** The natural logarithm, to 1 ulp: n ln 2 + log(1 + m) for x = 2^n · (1 + m). Subnormal numbers are made normal first. */
export function log(code: Code, dtype: FloatType): void {
  const f = formulas(code, dtype);
  const { bias, places } = layout[dtype];
  const x = f.operand();
  f.put(x);
  const normal = code.take("v128");
  // Neither positive nor normal nor finite: the exponent's bits and the sign's are up to 0 or all ones.
  const exponent = (n: number) => f.word(BigInt(n) << BigInt(places));
  f.put(f.ltWords(f.addWords(x, exponent(1)), exponent(2)));
  code.op("v128.any_true");
  const odd = code.take("i32");
  f.put(2 ** places + bias);
  const shift = code.take("v128");
  code.get(odd);
  code.when(() => {
    const subnormal = f.hold(f.lt(x, 2 ** (1 - bias)));
    f.put(f.mul(x, f.select(2 ** places, 1, subnormal)));
    code.set(normal);
    f.put(f.add(2 ** places + bias, f.and(subnormal, places)));
    code.set(shift);
  });
  const { n, m } = splitLogarithm(
    f,
    dtype,
    () => code.get(normal),
    () => code.get(shift),
  );
  f.put(logarithm(f, dtype, n, m));
  code.set(normal);
  code.get(odd);
  code.when(() => {
    f.put(logarithmAtEnds(f, x, () => code.get(normal)));
    code.set(normal);
  });
  code.get(normal);
}
