import type { Code } from "../assembler/code";
import type { FloatType } from "./float-type";
import { formulas } from "./formulas";

/** (atan t - t) / t³ as a polynomial in t², for |t| ≤ tan(π/8): own minimax fits of atan t, to 2^-25 and 2^-59. */
const series = {
  float32: [-0.33332956, 0.19977912, -0.13879699, 0.0805979],
  float64: [
    -0.333333333333332, 0.19999999999953996, -0.1428571428023952, 0.11111110785671437, -0.09090897822569427,
    0.07692061382344582, -0.06663117403472484, 0.05847986651944211, -0.050397427397404645, 0.03807565106416502,
    -0.01791929460016129,
  ],
};

/**
 * The angle between -π/2 and π/2 whose tangent is x, to 2 ulp.
 *
 * For |x| = a / b with a, b = |x|, 1 or 1, |x|: atan(a / b) or π/4 + atan((a - b) / (a + b)), and π/2 less that where |x| > 1.
 */
export function atan(code: Code, dtype: FloatType): void {
  const f = formulas(code, dtype);
  const x = f.operand();
  const size = f.hold(f.abs(x));
  const a = f.hold(f.pmin(size, 1));
  const b = f.hold(f.pmax(size, 1));
  const turned = f.hold(f.gt(a, f.mul(b, Math.SQRT2 - 1)));
  const t = f.hold(f.div(f.sub(a, f.and(b, turned)), f.add(b, f.and(a, turned))));
  const square = f.hold(f.mul(t, t));
  const angle = f.add(t, f.mul(f.mul(t, square), f.polynomial(square, series[dtype])));
  const below1 = f.add(f.and(turned, Math.PI / 4), angle);
  const over = f.hold(f.gt(size, 1));
  const all = f.add(f.and(over, Math.PI / 2), f.xor(below1, f.and(over, -0)));
  f.put(f.or(all, f.and(x, -0)));
}
