import type { Code } from "../assembler/code";
import { byHalves } from "./by-halves";
import type { FloatType } from "./float-type";
import { formulas, type Vector } from "./formulas";
import { reduceLargeAngle } from "./large-angle";

/** π in parts of few places, so that n times each but the last is exact for |x| up to `end`. */
const angles = {
  float32: { end: 12800, parts: [3.140625, 0.0009675025939941406, 1.5099067240953445e-7, 5.126688136514179e-12] },
  float64: { end: 2 ** 20, parts: [3.1415926534682512, 1.2154201012607932e-10, 4.044532497591901e-21] },
} as const;

/** (sin r - r) / r³ as a polynomial in r², for |r| ≤ π / 2: own minimax fits of sin r, to 2^-27 and 2^-61. */
const series = {
  float32: [-0.1666666, 0.0083330665, -0.0001980959, 2.6057508e-6],
  float64: [
    -0.16666666666666666, 0.008333333333333194, -0.0001984126984120914, 2.7557319211123507e-6, -2.5052106871522628e-8,
    1.6058939640525119e-10, -7.642989759648463e-13, 2.7211564457683975e-15,
  ],
};

/**
 * sin(x + `turn` · π), to 4 ulp for every x: sin(±r) for x + turn · π = n π + r with |r| ≤ π / 2, and minus where n is odd.
 *
 * One polynomial for all r is less than two for a quarter of the circle each, of which one is then taken.
 */
export function sine(code: Code, dtype: FloatType, turn: 0 | 0.5): void {
  const f = formulas(code, dtype);
  const { end, parts } = angles[dtype];
  const x = f.operand();
  const scaled = f.mul(x, 1 / Math.PI);
  const n = f.hold(f.nearest(turn ? f.add(scaled, turn) : scaled));
  // Adding 0 turns a multiple of -0 into 0, so that -0 stays what it is.
  const multiple = f.hold(turn ? f.sub(n, turn) : f.add(n, 0));
  const near = parts.reduce<Vector>((rest, part) => f.sub(rest, f.mul(multiple, part)), x);
  const odd = f.shl(f.add(n, 1.5 * 2 ** (f.wide ? 52 : 23)), f.wide ? 63 : 31);
  const r = f.variable(f.xor(near, odd));
  const far = f.hold(f.gt(f.abs(x), end));
  const large = ([angle]: readonly Vector[]) => reduceLargeAngle(code, angle as Vector, turn);
  f.rare(far)(() => r.become(f.select(f.wide ? large([x]) : byHalves(code, f, [x], large), r.value, far)));
  const square = f.hold(f.mul(r.value, r.value));
  // The 0 turns -0 into 0, so that the sine of -0 is -0.
  const rest = f.add(f.mul(square, f.polynomial(square, series[dtype])), 0);
  f.put(f.add(r.value, f.mul(r.value, rest)));
}
