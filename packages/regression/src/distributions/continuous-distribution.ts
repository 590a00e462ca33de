import { add, type DoubleDouble, doubleDouble } from "../linear-algebra/double-double";
import { createDistribution } from "./create-distribution";
import type { Distribution } from "./distribution";
import { preciseLogarithm } from "./precise-exponential";
import { solveQuantile } from "./solve-quantile";
import type { LogConcave } from "./tails";

/** A continuous distribution as one of another variable w that grows with x. */
export interface Transformed {
  readonly subject: string;
  readonly lowest: number;
  readonly highest: number;
  readonly inner: LogConcave;
  readonly toInner: (x: number) => DoubleDouble;
  readonly fromInner: (w: DoubleDouble) => number;
  /** log dw/dx */
  readonly logStretch: (x: number) => DoubleDouble;
  /** The density at `lowest` or `highest`. */
  readonly atEnd: (x: number) => number;
}

/** A distribution whose density is log-concave in some variable. */
export function continuousDistribution(given: Transformed): Distribution {
  const { subject, lowest, highest, inner, toInner, fromInner, logStretch, atEnd } = given;
  return createDistribution({
    subject,
    lowest,
    highest,
    logDensity: (x) => {
      if (x === lowest || x === highest) return logOf(atEnd(x));
      return add(inner.logDensity(toInner(x)), logStretch(x));
    },
    tails: (x) => inner.tails(toInner(x)),
    quantile: (side, probability) => {
      // the smaller tail has the digits; 1 - p is exact for p from ½ on
      const other = side === "lower" ? "upper" : "lower";
      return fromInner(
        probability > 0.5 ? solveQuantile(inner, other, 1 - probability) : solveQuantile(inner, side, probability),
      );
    },
  });
}

/** log of what may be 0 or Infinity. */
function logOf(value: number): DoubleDouble {
  if (value === 0) return doubleDouble(Number.NEGATIVE_INFINITY);
  return Number.isFinite(value) ? preciseLogarithm(doubleDouble(value)) : doubleDouble(value);
}
