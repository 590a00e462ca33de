import { type Double, exactProduct, exactSum } from "./double-double";
import { exponentialSeries, smallExpm1, timesPower } from "./exponential";
import { layout } from "./float-type";
import type { Formulas, Vector } from "./formulas";
import { splitLogarithm } from "./logarithm";

const { ln2High, ln2Low } = layout.float64;

/** (artanh s / s - 1 - s² / 3) / s⁴ as a polynomial in s², for |s| ≤ 0.101: an own minimax fit of artanh s / s, to 2^-71. */
const series = [
  0.1999999999999982, 0.1428571428595123, 0.11111110994089539, 0.09090937438261153, 0.07688693146169337,
  0.06899121182429538,
];

/**
 * x^y of float64 for x > 0 and both finite, to 1 ulp: e^(y · log x), where log x and the product have twice the places, since an absolute
 * error of the exponent, which goes up to 745, is a relative one of the result.
 */
export function precisePower(f: Formulas, x: Vector, y: Vector): Vector {
  // With a larger y everything but 1 is 0 or ∞.
  const exponent = f.hold(f.pmax(f.pmin(y, 2 ** 64), -(2 ** 64)));
  const [high, low] = preciseLogarithm(f, x);
  const [product, error] = exactProduct(f, high, exponent);
  const t = f.hold(f.pmax(f.pmin(product, 710), -746));
  const n = f.hold(f.nearest(f.mul(t, Math.LOG2E)));
  const rest = f.hold(f.sub(t, f.mul(n, ln2High)));
  const more = f.and(f.eq(t, product), f.add(error, f.mul(low, exponent)));
  const less = f.hold(f.sub(f.mul(n, ln2Low), more));
  const p = smallExpm1(f, { high: rest, low: less, r: f.hold(f.sub(rest, less)) }, exponentialSeries.float64);
  return timesPower(f, "float64", f.add(p, 1), f.shl(f.add(n, 1.5 * 2 ** 52), 52));
}

/**
 * log x for x = 2^n · c · (1 + s) / (1 - s), with the one of ¾, 1 and 21/16 for c that is near, so that |s| ≤ 0.101:
 * n log 2 + log c + 2 artanh s.
 */
function preciseLogarithm(f: Formulas, x: Vector): Double {
  const subnormal = f.hold(f.lt(x, 2 ** -1022));
  const normal = f.hold(f.mul(x, f.select(2 ** 52, 1, subnormal)));
  const { n: all, power } = splitLogarithm(f, "float64", normal);
  const n = f.hold(f.sub(all, f.and(subnormal, 52)));
  const m = f.hold(f.subWords(normal, power));
  const small = f.hold(f.lt(m, 0.8165));
  const large = f.hold(f.gt(m, 1.2247));
  const choose = (a: number, b: number, c: number) => f.hold(f.select(a, f.select(c, b, large), small));
  const c = choose(0.75, 1, 1.3125);
  // s = (m - c) / (m + c) in two parts: the division again of what the first leaves.
  const above = f.hold(f.sub(m, c));
  const [below, belowLow] = exactSum(f, m, c);
  const inverse = f.hold(f.div(1, below));
  const s = f.hold(f.mul(above, inverse));
  const [back, backLow] = exactProduct(f, s, below);
  const left = f.sub(f.sub(f.sub(above, back), backLow), f.mul(s, belowLow));
  const sLow = f.hold(f.mul(left, inverse));
  // w = s² / 3 + s⁴ · (...)
  const [square, squareError] = exactProduct(f, s, s);
  const squareLow = f.add(squareError, f.mul(f.mul(s, sLow), 2));
  const [third, thirdLow] = exactProduct(f, square, 1 / 3);
  const thirds = f.add(thirdLow, f.add(f.mul(squareLow, 1 / 3), f.mul(square, 1.850371707708594e-17)));
  const [w, wLow] = exactSum(f, third, f.mul(f.mul(square, square), f.polynomial(square, series)));
  // 2 artanh s = 2s + 2s · w
  const [sw, swLow] = exactProduct(f, s, w);
  const swRest = f.add(swLow, f.add(f.mul(s, f.add(wLow, thirds)), f.mul(sLow, w)));
  const [artanh, artanhLow] = exactSum(f, s, sw);
  const rest = f.mul(f.add(artanhLow, f.add(swRest, sLow)), 2);
  const logC = choose(-0.2876820724517809, 0, 0.27193371548364176);
  const logCLow = choose(-2.607160616442564e-17, 0, 7.83319637697442e-19);
  const [first, firstLow] = exactSum(f, f.hold(f.mul(n, ln2High)), logC);
  const [sum, sumLow] = exactSum(f, first, f.hold(f.mul(artanh, 2)));
  const low = f.hold(f.add(f.add(rest, f.add(firstLow, sumLow)), f.add(f.mul(n, ln2Low), logCLow)));
  const high = f.hold(f.add(sum, low));
  return [high, f.hold(f.sub(low, f.sub(high, sum)))];
}
