// The gamma distribution of unit scale, in w = log x, where its density e^(a w - e^w) / Γ(a) is log-concave for every shape a.
import { add, type Double, exactly, multiply, subtract } from "./double-double";
import { exponential, exponentialMinusOne, exponentialRemainder } from "./exponential";
import { preciseExponential, preciseLogarithm } from "./precise-exponential";
import { preciseLogGamma } from "./precise-log-gamma";
import { tailIntegral } from "./tail-integral";
import { type Tails, tails } from "./tails";

/** From this shape on the lower tail dies away quickly enough in w for `tailIntegral`; below it the power series does. */
const large = 3;

/** The tails of the gamma distribution with shape a, as a function of log x: the incomplete gamma functions P and Q. */
export function gammaTails(a: number): (w: Double) => Tails {
  const logGamma = preciseLogGamma(exactly(a));
  const logGammaOfNext = add(logGamma, preciseLogarithm(exactly(a))).high;
  return (w) => {
    const precise = preciseExponential(w);
    const x = precise.high;
    const logDensity = subtract(subtract(multiply(exactly(a), w), precise), logGamma);
    const slope = subtract(exactly(a), precise).high;
    if (slope > 0 ? a < large : a < 1 && x <= 1) {
      const ratio = powerSeries(a, x);
      const withoutOther = a >= 1 || preciseExponential(logDensity).high * ratio < 0.5;
      return tails(
        logDensity,
        "lower",
        ratio,
        withoutOther ? undefined : smallComplement(a, x, w.high, logGammaOfNext),
      );
    }
    const sign = slope > 0 ? -1 : 1;
    const ratio = tailIntegral({
      drop: (s) => slope * sign * s - x * exponentialRemainder(sign * s),
      fall: (s) => sign * (x * exponentialMinusOne(sign * s) - slope),
      curvature: x,
    });
    return tails(logDensity, slope > 0 ? "lower" : "upper", ratio);
  };
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
