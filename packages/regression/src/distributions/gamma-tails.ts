// The gamma distribution of unit scale, in w = log x, where its density e^(a w - e^w) / Γ(a) is log-concave for every shape a.
import { add, type DoubleDouble, doubleDouble, multiply, subtract } from "../linear-algebra/double-double";
import { exponential, exponentialMinusOne, exponentialRemainder } from "./exponential";
import { preciseExponential, preciseLogarithm } from "./precise-exponential";
import { preciseLogGamma } from "./precise-log-gamma";
import { tailIntegral } from "./tail-integral";
import { type LogConcave, type Tails, tails } from "./tails";

/** From this shape on the lower tail dies away quickly enough in w for `tailIntegral`; below it the power series does. */
const large = 3;

/** The gamma distribution with shape a and scale 1 as one of log x; its tails are the incomplete gamma functions P and Q. */
export function logGammaDistribution(a: number): LogConcave {
  const logGamma = preciseLogGamma(doubleDouble(a));
  const logGammaOfNext = add(logGamma, preciseLogarithm(doubleDouble(a))).high;
  const logDensityAt = (w: DoubleDouble, x: DoubleDouble) =>
    subtract(subtract(multiply(doubleDouble(a), w), x), logGamma);
  const tailsAt = (w: DoubleDouble): Tails => {
    const precise = preciseExponential(w);
    const x = precise.high;
    const logDensity = logDensityAt(w, precise);
    const slope = subtract(doubleDouble(a), precise).high;
    if (slope > 0 ? a < large : a < 1 && x <= 1) {
      const ratio = powerSeries(a, x);
      const plain = a >= 1 || preciseExponential(logDensity).high * ratio < 0.5;
      return tails(logDensity, "lower", ratio, plain ? undefined : smallComplement(a, x, w.high, logGammaOfNext));
    }
    const sign = slope > 0 ? -1 : 1;
    const ratio = tailIntegral({
      drop: (s) => slope * sign * s - x * exponentialRemainder(sign * s),
      fall: (s) => sign * (x * exponentialMinusOne(sign * s) - slope),
      curvature: x,
    });
    return tails(logDensity, slope > 0 ? "lower" : "upper", ratio);
  };
  return {
    logDensity: (w) => logDensityAt(cut(w), preciseExponential(cut(w))),
    tails: (w) => tailsAt(cut(w)),
    middle: preciseLogarithm(doubleDouble(a)),
  };
}

/** Beyond e^340 there is nothing but numbers whose squares overflow: the logarithm of the upper tail stays at -1e147. */
function cut(w: DoubleDouble): DoubleDouble {
  return w.high > 340 ? doubleDouble(340) : w;
}

/** P(a, x) over the density of w: 1/a + x / a(a+1) + x² / a(a+1)(a+2) + …, all terms positive. Source: DLMF 8.11.4. */
function powerSeries(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let n = 1; term > 1e-18 * sum; n++) {
    term *= x / (a + n);
    sum += term;
  }
  return sum;
}

/**
 * Q(a, x) over the density of w for a below 1 and x of at most 1, where 1 - P has no digits left: what is left of Γ(a) when the
 * integral of the series is taken off term by term. Source: DLMF 8.7.3, 8.4.15.
 */
function smallComplement(a: number, x: number, logX: number, logGammaOfNext: number): number {
  let term = 1;
  let sum = 0;
  for (let k = 1; k === 1 || Math.abs(term) > 1e-18; k++) {
    term *= -x / k;
    sum += term / (a + k);
  }
  return (exponentialMinusOne(logGammaOfNext - a * logX) / a - sum) * exponential(x);
}
