import type { Code } from "../assembler/code";
import { exponentialLess1, exponentialSeries, layout, splitExponential } from "./exponential";
import type { FloatType } from "./float-type";
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
  const { bias, places } = layout[dtype];
  const [normal, least, most] = ends[dtype];
  const local = code.take("v128");
  const x = () => code.get(local);
  f.put(f.gtWords(f.abs(x), normal));
  code.op("v128.any_true");
  const far = code.take("i32");
  code.get(far);
  code.when(() => {
    f.put(f.pmax(f.pmin(x, most), least));
    code.set(local);
  });
  const parts = splitExponential(f, dtype, x);
  const mantissa = f.hold(f.add(exponentialLess1(f, parts, exponentialSeries[dtype]), 1));
  const scale = f.hold(parts.power);
  code.get(far);
  code.when(
    () => {
      const exponent = (n: number) => f.word(BigInt(n) << BigInt(places));
      const both = f.hold(f.addWords(scale, exponent(2 * bias)));
      const half = f.hold(f.and(f.shrUnsigned(both, 1), exponent(-1)));
      f.put(f.mul(f.mul(mantissa, half), f.subWords(both, half)));
      code.set(local);
    },
    () => {
      f.put(f.addWords(mantissa, scale));
      code.set(local);
    },
  );
  code.get(local);
}
