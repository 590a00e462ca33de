import { add, type DoubleDouble, doubleDouble, subtract, twoSum } from "../linear-algebra/double-double";
import { createDistribution } from "./create-distribution";
import type { Distribution } from "./distribution";
import { ln2, preciseExponential, preciseLogarithm } from "./precise-exponential";
import { solveQuantile } from "./solve-quantile";
import { fromLower, type LogConcave, mirrored } from "./tails";

/** A distribution on all numbers with equal halves, by that of w = log(z² / unit) for z = (x - center) / scale. */
export interface Folded {
  readonly subject: string;
  readonly folded: LogConcave;
  readonly unit: number;
  readonly center: number;
  readonly scale: number;
}

/** A symmetric distribution. Its square has the digits next to the center too, where both tails are close to ½. */
export function symmetricDistribution({ subject, folded, unit, center, scale }: Folded): Distribution {
  const logUnit = preciseLogarithm(doubleDouble(unit));
  const logScale = preciseLogarithm(doubleDouble(scale));
  const half = (x: DoubleDouble): DoubleDouble => ({ high: x.high / 2, low: x.low / 2 });
  /** The point of the folded distribution, of x other than the center. */
  const fold = (x: number): DoubleDouble => {
    const share = Number.isFinite(x - center) ? 1 : 2; // half the difference of two large numbers is a float64
    const away = twoSum(x / share, -center / share);
    const size = preciseLogarithm(away.high < 0 ? { high: -away.high, low: -away.low } : away);
    const ratio = subtract(share === 1 ? size : add(size, ln2), logScale);
    return subtract({ high: 2 * ratio.high, low: 2 * ratio.low }, logUnit);
  };

  return createDistribution({
    subject,
    lowest: Number.NEGATIVE_INFINITY,
    highest: Number.POSITIVE_INFINITY,
    logDensity: (x) => {
      if (!Number.isFinite(x)) return doubleDouble(Number.NEGATIVE_INFINITY);
      // at the center, where log z is no number, the density is that next to it
      const w = x === center ? doubleDouble(-900) : fold(x);
      return subtract(folded.logDensity(w), add(half(add(w, logUnit)), logScale));
    },
    tails: (x) => {
      const beyond = x === center ? doubleDouble(0) : folded.tails(fold(x)).logUpper;
      const outer = fromLower(subtract(beyond, ln2));
      return x > center ? mirrored(outer) : outer;
    },
    quantile: (side, probability) => {
      if (probability === 0.5) return center;
      const both = 2 * Math.min(probability, 1 - probability);
      const w = both > 0.5 ? solveQuantile(folded, "lower", 1 - both) : solveQuantile(folded, "upper", both);
      const away = preciseExponential(add(half(add(w, logUnit)), logScale));
      const up = probability > 0.5 === (side === "lower");
      return (up ? add(doubleDouble(center), away) : subtract(doubleDouble(center), away)).high;
    },
  });
}
