import type { Code } from "../assembler/code";
import { exponentialSeries, smallExpm1, splitExponential } from "./exponential";
import { type FloatType, layout } from "./float-type";
import { formulas } from "./formulas";

/** Up to the first |x| the result is a normal number; from the others on it is 0 or ∞. */
const ends = { float32: [87, -104, 89], float64: [708, -746, 710] } as const;

/**
 * e^x, to 1 ulp: 2^n · e^r with |r| ≤ ln 2 / 2.
 *
 * Multiplying by 2^n is an addition to the exponent's bits. Where a lane's result may overflow or be subnormal, or is NaN, it is two
 * multiplications by the halves of 2^n: 2^n itself need not be a number, and a subnormal result has to be rounded once, at the end.
 */
export function exp(code: Code, dtype: FloatType): void {
  const f = formulas(code, dtype);
  const [normal, least, most] = ends[dtype];
  const x = f.variable(f.operand());
  const whereFar = f.rare(f.gtWords(f.abs(x.value), normal));
  whereFar(() => x.become(f.pmax(f.pmin(x.value, most), least)));
  const parts = splitExponential(f, dtype, x.value);
  const mantissa = f.hold(f.add(smallExpm1(f, parts, exponentialSeries[dtype]), 1));
  const power = f.hold(parts.power);
  whereFar(
    () => {
      const both = f.hold(f.addWords(power, f.exponent(2 * layout[dtype].bias)));
      const half = f.hold(f.and(f.shrUnsigned(both, 1), f.exponent(-1)));
      x.become(f.mul(f.mul(mantissa, half), f.subWords(both, half)));
    },
    () => x.become(f.addWords(mantissa, power)),
  );
  f.put(x.value);
}
