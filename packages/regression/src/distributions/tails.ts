import { add, type DoubleDouble, doubleDouble } from "../linear-algebra/double-double";
import { logarithmOfOnePlus } from "./logarithm-remainder";
import { preciseExponential, preciseLogarithm } from "./precise-exponential";

/** Both tails of a continuous distribution at a point, each with all its digits, and their logarithms. */
export interface Tails {
  /** P(W ≤ w) */
  readonly lower: number;
  /** P(W > w) */
  readonly upper: number;
  readonly logLower: DoubleDouble;
  readonly logUpper: DoubleDouble;
}

/** A distribution of a variable w in which its density is log-concave; its tails are then log-concave too. */
export interface LogConcave {
  readonly logDensity: (w: DoubleDouble) => DoubleDouble;
  readonly tails: (w: DoubleDouble) => Tails;
  /** A point in the middle of it. */
  readonly middle: DoubleDouble;
}

const none: DoubleDouble = { high: Number.NEGATIVE_INFINITY, low: 0 };
const all: DoubleDouble = { high: 0, low: 0 };
/** At or below the lowest point. */
export const belowAll: Tails = { lower: 0, upper: 1, logLower: none, logUpper: all };
/** At or above the highest point. */
export const aboveAll: Tails = { lower: 1, upper: 0, logLower: all, logUpper: none };

/** The other way round. */
export function mirrored({ lower, upper, logLower, logUpper }: Tails): Tails {
  return { lower: upper, upper: lower, logLower: logUpper, logUpper: logLower };
}

/** Both tails from one of them, given as its ratio to the density; and from that of the other one where 1 - p would lose digits. */
export function tails(logDensity: DoubleDouble, side: "lower" | "upper", ratio: number, otherRatio?: number): Tails {
  const logLower = add(logDensity, preciseLogarithm(doubleDouble(ratio)));
  const both = fromLower(
    logLower,
    otherRatio === undefined ? undefined : add(logDensity, preciseLogarithm(doubleDouble(otherRatio))),
  );
  return side === "lower" ? both : mirrored(both);
}

/** Both tails from the logarithm of the lower one, which is at most about ¾ unless the other one is given too. */
export function fromLower(logLower: DoubleDouble, logUpper?: DoubleDouble): Tails {
  const lower = preciseExponential(logLower).high;
  return logUpper === undefined
    ? { lower, upper: 1 - lower, logLower, logUpper: doubleDouble(logarithmOfOnePlus(-lower)) }
    : { lower, upper: preciseExponential(logUpper).high, logLower, logUpper };
}
