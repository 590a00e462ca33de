import { NeuriteError } from "@neurite/tensor";
import { type DoubleDouble, doubleDouble } from "../linear-algebra/double-double";
import type { Distribution } from "./distribution";
import { preciseExponential } from "./precise-exponential";
import { aboveAll, belowAll, type Tails } from "./tails";

/** What one distribution has of its own. */
export interface Parts {
  readonly subject: string;
  /** The ends of its support. */
  readonly lowest: number;
  readonly highest: number;
  /** From `lowest` to `highest`; may be Infinity at the ends. */
  readonly logDensity: (x: number) => DoubleDouble;
  /** Whether single points have a probability. */
  readonly discrete?: boolean;
  /** Between `lowest` and `highest`, of a discrete distribution at `lowest` too. */
  readonly tails: (x: number) => Tails;
  /** The x with this tail, for a probability above 0 and below 1. */
  readonly quantile: (side: "lower" | "upper", probability: number) => number;
}

/** The functions of a distribution, with the checks and ends that all of them share. */
export function createDistribution(parts: Parts): Distribution {
  const { subject, discrete = false, lowest, highest } = parts;

  const checkPoint = (x: number): void => {
    if (typeof x === "number" && !Number.isNaN(x)) return;
    throw new NeuriteError(
      "bad-argument",
      `${subject}: x should be a number, got ${String(x)}. Leave out cells without one.`,
    );
  };
  const checked = (value: number, what: string, remedy: string): number => {
    if (Number.isFinite(value)) return value;
    throw new NeuriteError("not-finite", `${subject}: ${what} is too large for float64 (above 1.8e308). ${remedy}`);
  };
  const logDensity = (x: number): DoubleDouble => {
    checkPoint(x);
    return x < lowest || x > highest ? doubleDouble(Number.NEGATIVE_INFINITY) : parts.logDensity(x);
  };
  const tails = (x: number): Tails => {
    checkPoint(x);
    if (x < lowest || (x === lowest && !discrete)) return belowAll;
    return x >= highest ? aboveAll : parts.tails(x);
  };
  const quantile = (side: "lower" | "upper", probability: number): number => {
    if (!(typeof probability === "number" && probability >= 0 && probability <= 1)) {
      const message = `${subject}: a probability should be a number from 0 to 1, got ${String(probability)}.`;
      throw new NeuriteError("bad-argument", `${message} Divide percentages by 100.`);
    }
    if (probability === 0 || probability === 1) return (probability === 0) === (side === "lower") ? lowest : highest;
    const remedy = "Ask for a probability further from 0 and 1, or for larger parameters.";
    return checked(parts.quantile(side, probability), `the quantile of ${probability}`, remedy);
  };

  return {
    density: (x) => {
      const log = logDensity(x);
      if (log.high === Number.POSITIVE_INFINITY) return log.high;
      return checked(preciseExponential(log).high, `the density at ${x}`, "Take logDensity instead.");
    },
    logDensity: (x) => logDensity(x).high,
    lower: (x) => tails(x).lower,
    upper: (x) => tails(x).upper,
    logLower: (x) => tails(x).logLower.high,
    logUpper: (x) => tails(x).logUpper.high,
    quantile: (probability) => quantile("lower", probability),
    upperQuantile: (probability) => quantile("upper", probability),
  };
}
