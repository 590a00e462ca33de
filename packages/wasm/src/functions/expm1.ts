import type { Code } from "../assembler/code";
import { type Exponential, smallExpm1, splitExponential } from "./exponential";
import { type FloatType, layout } from "./float-type";
import { type Formulas, formulas, type Vector } from "./formulas";

/** Beyond these the result is -1 or ∞; nearer to 0 than the third it is x. */
const ends = { float32: [-20, 89, 2 ** -30], float64: [-45, 710, 2 ** -60] } as const;

/** (e^r - 1 - r) / r² for |r| ≤ ln 2 / 2: own minimax fits of e^r - 1, to 2^-29 and 2^-58. */
const series = {
  float32: [0.5, 0.16666666, 0.04166651, 0.008333932, 0.0013928919, 0.00019419137],
  float64: [
    0.5, 0.16666666666666669, 0.04166666666666607, 0.008333333333328379, 0.0013888888889294, 0.0001984126986697897,
    2.4801586316398453e-5, 2.755726525095324e-6, 2.7558291932475517e-7, 2.5101174668611648e-8, 2.0555578262565916e-9,
  ],
};

/** e^x - 1, to 2 ulp. */
export function expm1(code: Code, dtype: FloatType): void {
  const f = formulas(code, dtype);
  const [least, most, tiny] = ends[dtype];
  const x = f.operand();
  const result = expm1Within(f, dtype, splitExponential(f, dtype, f.hold(f.pmax(f.pmin(x, most), least))));
  f.put(f.select(x, result, f.lt(f.abs(x), tiny)));
}

/** The same of a split x between the ends, with +0 for -0: (2^n - 1) + 2^n · (e^r - 1), by half as much, since 2^n alone may overflow. */
export function expm1Within(f: Formulas, dtype: FloatType, parts: Exponential): Vector {
  const half = f.hold(f.addWords(parts.power, f.exponent(layout[dtype].bias - 1)));
  const result = f.hold(f.add(f.mul(smallExpm1(f, parts, series[dtype]), half), f.sub(half, 0.5)));
  return f.add(result, result);
}
