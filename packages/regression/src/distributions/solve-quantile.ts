import { add, type DoubleDouble, doubleDouble, subtract } from "../linear-algebra/double-double";
import { exponential } from "./exponential";
import { logarithmOfOnePlus } from "./logarithm-remainder";
import { preciseLogarithm } from "./precise-exponential";
import type { LogConcave } from "./tails";

/** Close enough for one more step of Newton's method to reach the last bit. */
const near = 1e-9;

/**
 * The point w with a tail of probability p, where p is at least 1e-323 and at most ½.
 *
 * Newton's method on log(-log tail), which is nearly straight both in tails like e^(-w²) and like e^(-e^w), so that about eight steps
 * suffice; a step out of what is known to enclose the point is replaced by a safe one.
 */
export function solveQuantile(distribution: LogConcave, side: "lower" | "upper", p: number): DoubleDouble {
  const goal = preciseLogarithm(doubleDouble(p));
  const rising = side === "lower" ? 1 : -1;
  let w = distribution.middle;
  // in double-double, as at large parameters the last bit of a float64 is too coarse to tell two points apart
  let low: DoubleDouble = doubleDouble(Number.NEGATIVE_INFINITY);
  let high: DoubleDouble = doubleDouble(Number.POSITIVE_INFINITY);
  let stride = 1;
  for (let step = 0; step < 400; step++) {
    const found = distribution.tails(w);
    const log = side === "lower" ? found.logLower : found.logUpper;
    const off = subtract(log, goal).high;
    const slope = rising * exponential(subtract(distribution.logDensity(w), log).high); // of the logarithm of the tail
    if (Math.abs(off) < near) return add(w, doubleDouble(-off / slope));
    if (off * rising < 0) low = w;
    else high = w;
    const change = -(logarithmOfOnePlus(off / goal.high) * log.high) / slope;
    const next = add(w, doubleDouble(change));
    // far beyond the point the logarithms are too large for their difference to give a slope
    const trusted = log.high > 8 * goal.high && below(low, next) && below(next, high);
    if (trusted) {
      w = next;
    } else if (Number.isFinite(low.high) && Number.isFinite(high.high)) {
      w = add(low, doubleDouble(subtract(high, low).high / 2));
    } else {
      w = add(w, doubleDouble(-Math.sign(off) * rising * stride));
      stride *= 2;
    }
  }
  return w;
}

function below(a: DoubleDouble, b: DoubleDouble): boolean {
  return a.high < b.high || (a.high === b.high && a.low < b.low);
}
