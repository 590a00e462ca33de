import type { Code } from "../assembler/code";
import { exponentialSeries, splitExponential } from "./exponential";
import { type FloatType, layout } from "./float-type";
import { formulas } from "./formulas";

/** Beyond the first two the result is 0 or 1; the third, over the least result, is a normal number. */
const ends = { float32: [-104, 25, 24], float64: [-746, 40, 54] } as const;

/** The exponential's series; as float32 a shorter one, an own minimax fit of e^r to 2^-23, as that is twice as quick. */
const series = { ...exponentialSeries, float32: [0.4999923, 0.16667116, 0.04189056, 0.008312566] };

/**
 * 1 / (1 + e^-x) = m / (m + 2^-n), to 4 ulp, where e^x = 2^n · m.
 *
 * All of it times a small power of two, so that 2^-n is a normal number also where the result is not.
 */
export function sigmoid(code: Code, dtype: FloatType): void {
  const f = formulas(code, dtype);
  const [least, most, small] = ends[dtype];
  const x = f.hold(f.pmax(f.pmin(f.operand(), most), least));
  const { r, power } = splitExponential(f, dtype, x);
  const rest = f.mul(f.mul(r, r), f.polynomial(r, series[dtype]));
  const m = f.hold(f.mul(f.add(f.add(r, 1), rest), 2 ** -small));
  const inverse = f.subWords(f.exponent(layout[dtype].bias - small), power);
  f.put(f.div(m, f.add(m, inverse)));
}
