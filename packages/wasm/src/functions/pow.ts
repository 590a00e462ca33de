import type { Code } from "../assembler/code";
import { byHalves } from "./by-halves";
import { exp } from "./exp";
import type { FloatType } from "./float-type";
import { type Formulas, formulas, type Vector } from "./formulas";
import { log } from "./log";
import { precisePower } from "./precise-power";

const infinity = Number.POSITIVE_INFINITY;

/** x ** y, to 1 ulp, x below y on the stack: as JavaScript has it, so that 1 ** NaN and (±1) ** ±∞ are NaN. */
export function pow(code: Code, dtype: FloatType): void {
  const f = formulas(code, dtype);
  const y = f.operand();
  const x = f.operand();
  const size = f.hold(f.abs(x));
  const power = f.wide ? precisePower(f, size, y) : byHalves(code, f, [size, y], ([a, b]) => plainPower(code, a, b));
  f.put(withSign(f, x, y, f.hold(atEnds(f, size, y, f.hold(power)))));
}

/** e^(y · log x) as float64, which is precise enough for float32. */
function plainPower(code: Code, x: Vector = 0, y: Vector = 0): Vector {
  const f = formulas(code, "float64");
  f.put(x);
  log(code, "float64");
  f.put(y);
  code.op("f64x2.mul");
  exp(code, "float64");
  return f.operand();
}

/** The power of a number that is not negative where the rule alone does not give it: of 0 and ∞, and of NaN and 1 to ∞. */
function atEnds(f: Formulas, x: Vector, y: Vector, power: Vector): Vector {
  const infinite = f.hold(f.eq(x, infinity));
  const none = f.and(f.eq(x, 1), f.eq(f.abs(y), infinity));
  const limit = f.and(infinity, f.xor(infinite, f.lt(y, 0)));
  const noNumber = f.or(f.or(f.ne(x, x), f.ne(y, y)), none);
  return f.or(f.select(limit, power, f.or(infinite, f.eq(x, 0))), noNumber);
}

/** Minus for odd powers of negative numbers, NaN for those that are not whole, 1 for y = 0. */
function withSign(f: Formulas, x: Vector, y: Vector, power: Vector): Vector {
  const half = f.hold(f.mul(y, 0.5));
  const whole = f.hold(f.eq(y, f.nearest(y)));
  const odd = f.and(whole, f.ne(half, f.nearest(half)));
  const signed = f.or(power, f.and(f.and(x, -0), odd));
  const noNumber = f.and(f.lt(x, 0), f.andnot(f.gt(x, -infinity), whole));
  return f.select(1, f.or(signed, noNumber), f.eq(y, 0));
}
