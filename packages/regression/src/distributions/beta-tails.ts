// The beta distribution in w = log(x / (1 - x)), where its density x^a (1 - x)^b / B(a, b) is log-concave for all a and b.
import { naturalLog } from "@neurite/tensor";
import { add, type Double, divide, exactly, exactSum, multiply, subtract } from "./double-double";
import { exponential, exponentialMinusOne, exponentialRemainder } from "./exponential";
import { logarithmOfOnePlus, logarithmRemainder } from "./logarithm-remainder";
import { preciseExponential, preciseLogarithm } from "./precise-exponential";
import { preciseLogGamma } from "./precise-log-gamma";
import { tailIntegral } from "./tail-integral";
import { type Tails, tails } from "./tails";

/** From this parameter on its tail dies away quickly enough in w for `tailIntegral`; below it the power series does. */
const large = 3;
const one = exactly(1);

/** A point between 0 and 1, seen from its nearer end: `x` is at most ½ and belongs to the parameter `a`, `y` = 1 - x to `b`. */
interface Point {
  readonly a: number;
  readonly b: number;
  readonly x: Double;
  readonly y: Double;
  /** log(x / y). */
  readonly w: number;
}

/** The tails of the beta distribution, as a function of log(x / (1 - x)): the incomplete beta functions Iₓ(a, b) and I₁₋ₓ(b, a). */
export function betaTails(a: number, b: number): (w: Double) => Tails {
  const logGammaOfSum = preciseLogGamma(exactSum(a, b));
  const logBeta = subtract(add(preciseLogGamma(exactly(a)), preciseLogGamma(exactly(b))), logGammaOfSum);
  return (w) => {
    const near = w.high > 0 ? { high: -w.high, low: -w.low } : w;
    const odds = preciseExponential(near);
    const whole = add(one, odds);
    const [x, y] = [divide(odds, whole), divide(one, whole)];
    const logY = preciseLogarithm(whole); // minus it
    const [p, q] = w.high > 0 ? [b, a] : [a, b];
    const logDensity = subtract(subtract(multiply(exactly(p), near), multiply(exactSum(p, q), logY)), logBeta);
    const { side, ratio, otherRatio } = ratios({ a: p, b: q, x, y, w: near.high }, logDensity, logBeta);
    return tails(logDensity, w.high > 0 === (side === "near") ? "upper" : "lower", ratio, otherRatio);
  };
}

interface Ratios {
  /** The end whose tail `ratio` is of. */
  readonly side: "near" | "far";
  /** The tail over the density of w. */
  readonly ratio: number;
  readonly otherRatio?: number;
}

function ratios(point: Point, logDensity: Double, logBeta: Double): Ratios {
  const { a, b } = point;
  const x = point.x.high;
  const slope = subtract(multiply(exactly(a), point.y), multiply(exactly(b), point.x)).high; // of the logarithm of the density
  const bySeries = slope > 0 ? Math.min(a, b) < large : b < large || (a < 1 && (a + b) * x <= 1);
  if (!bySeries) return { side: slope > 0 ? "near" : "far", ratio: integral(point, slope) };
  const ratio = powerSeries(a, b, x);
  const plain = a >= 1 || preciseExponential(logDensity).high * ratio < 0.5;
  return plain
    ? { side: "near", ratio }
    : { side: "near", ratio, otherRatio: smallComplement(point, logOfScaledBeta(a, b, logBeta)) };
}

/** The tail away from the mean. */
function integral({ a, b, x: { high: x }, y: { high: y } }: Point, slope: number): number {
  const sign = slope > 0 ? -1 : 1;
  return tailIntegral({
    drop: (s) => {
      const e = sign * s;
      // log(y + x e^e) - x e, the far end's part, whose own parts have one sign
      return slope * e - (a + b) * (logarithmRemainder(x * exponentialMinusOne(e)) + x * exponentialRemainder(e));
    },
    fall: (s) => {
      const grown = x * exponential(sign * s);
      return sign * (((a + b) * grown) / (y + grown) - a);
    },
    curvature: (a + b) * x * y,
  });
}

/** Iₓ(a, b) over the density of w: 1/a + (a+b) x / a(a+1) + (a+b)(a+b+1) x² / a(a+1)(a+2) + …, all terms positive. Source: DLMF 8.17.8. */
function powerSeries(a: number, b: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let n = 1; term > 1e-18 * sum; n++) {
    term *= ((a + b + n - 1) / (a + n)) * x;
    sum += term;
  }
  return sum;
}

/**
 * I₁₋ₓ(b, a) over the density of w for a below 1 and small x, where 1 - Iₓ has no digits left: what is left of B(a, b) when the
 * integral of the series in x is taken off term by term. Source: DLMF 8.17.7.
 */
function smallComplement({ a, b, x, w }: Point, logScaled: number): number {
  let term = 1;
  let sum = 0;
  for (let k = 1; k < 3 || Math.abs(term) > 1e-18; k++) {
    term *= ((k - b) / k) * x.high;
    sum += term / (a + k);
  }
  const logX = w - logarithmOfOnePlus(exponential(w));
  return (exponentialMinusOne(logScaled - a * logX) / a - sum) * exponential(-b * logarithmOfOnePlus(-x.high));
}

/** log(a B(a, b)), with all its digits when a is small, where it is about a · (-0.577 - ψ(b)). */
function logOfScaledBeta(a: number, b: number, logBeta: Double): number {
  if (b < 1e6) return add(logBeta, preciseLogarithm(exactly(a))).high;
  const logGammaOfNext = preciseLogGamma(add(one, exactly(a))).high;
  // log Γ(a + b) - log Γ(b) by Stirling's formula
  const ratio = a / b;
  return (
    logGammaOfNext -
    (b * logarithmRemainder(ratio) + a * naturalLog(a + b) - 0.5 * logarithmOfOnePlus(ratio) - ratio / (12 * (a + b)))
  );
}
