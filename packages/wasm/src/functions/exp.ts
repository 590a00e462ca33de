import type { Code } from "../assembler/code";
import { type Exponential, exponentialSeries, smallExpm1, splitExponential, timesPower } from "./exponential";
import type { FloatType } from "./float-type";
import { type Formulas, formulas, type Vector } from "./formulas";

/** Up to the first |x| the result is a normal number; from the others on it is 0 or ∞. */
const ends = { float32: [87, -104, 89], float64: [708, -746, 710] } as const;

/**
 * e^x, to 1 ulp: 2^n · e^r with |r| ≤ ln 2 / 2.
 *
 * Multiplying by 2^n is an addition to the exponent's bits, unless a lane's result may overflow or be subnormal, or is NaN.
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
    () => x.become(timesPower(f, dtype, mantissa, power)),
    () => x.become(f.addWords(mantissa, power)),
  );
  f.put(x.value);
}

/** The same of a split x where the result is a normal number, with which all that is done about the ends falls away. */
export function expWithin(f: Formulas, dtype: FloatType, parts: Exponential): Vector {
  return f.addWords(f.add(smallExpm1(f, parts, exponentialSeries[dtype]), 1), parts.power);
}
