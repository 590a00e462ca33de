import { add, type Double, exactly } from "./double-double";
import { logarithmOfOnePlus } from "./logarithm-remainder";
import { preciseExponential, preciseLogarithm } from "./precise-exponential";

/** What a continuous distribution has at a point w of a variable in which its density is log-concave. */
export interface Tails {
  /** The logarithm of the density of w. */
  readonly logDensity: Double;
  /** P(W ≤ w) and P(W > w), each with all its digits, and their logarithms. */
  readonly lower: number;
  readonly upper: number;
  readonly logLower: Double;
  readonly logUpper: Double;
}

/** Both tails from one of them, given as its ratio to the density; and from that of the other one where 1 - p would lose digits. */
export function tails(logDensity: Double, side: "lower" | "upper", ratio: number, otherRatio?: number): Tails {
  const one = tail(logDensity, ratio);
  const other = otherRatio === undefined ? complement(one.value) : tail(logDensity, otherRatio);
  const [lower, upper] = side === "lower" ? [one, other] : [other, one];
  return { logDensity, lower: lower.value, upper: upper.value, logLower: lower.log, logUpper: upper.log };
}

function tail(logDensity: Double, ratio: number): { value: number; log: Double } {
  const log = add(logDensity, preciseLogarithm(exactly(ratio)));
  return { value: preciseExponential(log).high, log };
}

function complement(value: number): { value: number; log: Double } {
  return { value: 1 - value, log: exactly(logarithmOfOnePlus(-value)) };
}
