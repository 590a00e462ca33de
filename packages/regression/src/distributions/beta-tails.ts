// The beta distribution in w = log(x / (1 - x)), where its density x^a (1 - x)^b / B(a, b) is log-concave for all a and b.
import { naturalLog } from "@neurite/tensor";
import {
  add,
  type DoubleDouble,
  divide,
  doubleDouble,
  multiply,
  one,
  subtract,
  twoSum,
} from "../linear-algebra/double-double";
import { exponential, exponentialMinusOne, exponentialRemainder } from "./exponential";
import { logarithmOfOnePlus, logarithmRemainder } from "./logarithm-remainder";
import { preciseExponential, preciseLogarithm } from "./precise-exponential";
import { preciseLogGamma } from "./precise-log-gamma";
import { tailIntegral } from "./tail-integral";
import { type LogConcave, type Tails, tails } from "./tails";

/** From this parameter on its tail dies away quickly enough in w for `tailIntegral`; below it the power series does. */
const large = 3;

/** A point between 0 and 1, seen from its nearer end: `x` is at most ½ and belongs to the parameter `a`, `y` = 1 - x to `b`. */
interface Point {
  readonly end: "lower" | "upper";
  readonly a: number;
  readonly b: number;
  readonly x: DoubleDouble;
  readonly y: DoubleDouble;
  /** log(x / y). */
  readonly w: DoubleDouble;
  readonly logDensity: DoubleDouble;
}

/** The beta distribution as one of log(x / (1 - x)); its tails are the incomplete beta functions Iₓ(a, b) and I₁₋ₓ(b, a). */
export function logitBetaDistribution(a: number, b: number): LogConcave {
  const logGammas = add(preciseLogGamma(doubleDouble(a)), preciseLogGamma(doubleDouble(b)));
  const logBeta = subtract(logGammas, preciseLogGamma(twoSum(a, b)));
  return {
    logDensity: (w) => pointAt(a, b, logBeta, w).logDensity,
    tails: (w) => tailsAt(pointAt(a, b, logBeta, w), logBeta),
    middle: subtract(preciseLogarithm(doubleDouble(a)), preciseLogarithm(doubleDouble(b))),
  };
}

function pointAt(a: number, b: number, logBeta: DoubleDouble, w: DoubleDouble): Point {
  if (w.high > 0) return { ...pointAt(b, a, logBeta, { high: -w.high, low: -w.low }), end: "upper" };
  const odds = preciseExponential(w);
  const whole = add(one, odds);
  // x = odds / whole, y = 1 / whole
  const powers = subtract(multiply(doubleDouble(a), w), multiply(twoSum(a, b), preciseLogarithm(whole)));
  const [x, y] = [divide(odds, whole), divide(one, whole)];
  return { end: "lower", a, b, x, y, w, logDensity: subtract(powers, logBeta) };
}

function tailsAt(point: Point, logBeta: DoubleDouble): Tails {
  const { a, b, logDensity, end } = point;
  const x = point.x.high;
  const slope = subtract(multiply(doubleDouble(a), point.y), multiply(doubleDouble(b), point.x)).high; // of the logarithm of the density
  const far = end === "lower" ? "upper" : "lower";
  if (slope > 0 ? Math.min(a, b) >= large : b >= large && (a >= 1 || (a + b) * x > 1)) {
    return tails(logDensity, slope > 0 ? end : far, integral(point, slope));
  }
  const ratio = powerSeries(a, b, x);
  const plain = a >= 1 || preciseExponential(logDensity).high * ratio < 0.5;
  return tails(logDensity, end, ratio, plain ? undefined : smallComplement(point, logOfScaledBeta(a, b, logBeta)));
}

/** The tail away from the mean. */
function integral({ a, b, x: { high: x }, y: { high: y } }: Point, slope: number): number {
  const sign = slope > 0 ? -1 : 1;
  return tailIntegral({
    drop: (s) => {
      const e = sign * s;
      // what log(y + x e^e) has beyond x e; of its two parts one is at most half of the other, as x is at most ½
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
function smallComplement({ a, b, x: { high: x }, w: { high: w } }: Point, logScaled: number): number {
  let term = 1;
  let sum = 0;
  for (let k = 1; k < 3 || Math.abs(term) > 1e-18; k++) {
    term *= ((k - b) / k) * x;
    sum += term / (a + k);
  }
  const logX = w - logarithmOfOnePlus(exponential(w));
  return (exponentialMinusOne(logScaled - a * logX) / a - sum) * exponential(-b * logarithmOfOnePlus(-x));
}

/** log(a B(a, b)), with all its digits when a is small, where it is about a · (-0.577 - ψ(b)). */
function logOfScaledBeta(a: number, b: number, logBeta: DoubleDouble): number {
  if (b < 1e6) return add(logBeta, preciseLogarithm(doubleDouble(a))).high;
  const logGammaOfNext = preciseLogGamma(add(one, doubleDouble(a))).high;
  // log Γ(a + b) - log Γ(b) by Stirling's formula
  const ratio = a / b;
  return (
    logGammaOfNext -
    (b * logarithmRemainder(ratio) + a * naturalLog(a + b) - 0.5 * logarithmOfOnePlus(ratio) - ratio / (12 * (a + b)))
  );
}
