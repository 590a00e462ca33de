import { NeuriteError } from "@neurite/tensor";
import { add, type DoubleDouble, doubleDouble, multiply, subtract, twoSum } from "../linear-algebra/double-double";
import { logitBetaDistribution } from "./beta-tails";
import { createDistribution } from "./create-distribution";
import type { Distribution } from "./distribution";
import { preciseLogarithm } from "./precise-exponential";
import { preciseLogGamma } from "./precise-log-gamma";
import { mirrored, type Tails } from "./tails";

/** Parameters of {@link binomialDistribution}. */
export interface BinomialParameters {
  /** n, a whole number from 0 to 1e15. */
  readonly trials: number;
  /** p, from 0 to 1: that of a success in one trial. */
  readonly probability: number;
}

/** What rounding may take from a cumulated probability: 64 times the last bit. A quantile is not one higher because of it. */
const slack = 2 ** -46;

/**
 * The binomial distribution: of the number of successes in independent trials.
 *
 * `density` gives the probability n! / (k! (n-k)!) p^k (1-p)^(n-k) of k successes, 0 for a k that is not whole; `lower(k)` is P(X ≤ k), `upper(k)`
 * is P(X > k), both for the whole number at or below k. To a relative 1e-12; quantiles are exact.
 * Errors: `bad-argument`. Source: DLMF 8.17.5.
 *
 * @example
 * ```ts
 * import { binomialDistribution } from "@neurite/regression";
 *
 * const heads = binomialDistribution({ trials: 10, probability: 0.5 });
 * console.log(heads.density(5)); // → 0.24609375
 * console.log(heads.upper(8).toFixed(10)); // → 0.0107421875
 * console.log(heads.quantile(0.975)); // → 8
 * ```
 */
export function binomialDistribution({ trials, probability }: BinomialParameters): Distribution {
  const subject = "binomialDistribution";
  check(subject, trials, probability);
  const certain = probability === 0 || probability === 1;
  const [logYes, logNo] = certain
    ? [doubleDouble(0), doubleDouble(0)]
    : [preciseLogarithm(doubleDouble(probability)), preciseLogarithm(twoSum(1, -probability))];
  const logOdds = subtract(logYes, logNo);

  // with a certain outcome there is one number of successes
  const lowest = probability === 1 ? trials : 0;
  const highest = probability === 0 ? 0 : trials;

  const tails = (x: number): Tails => {
    const k = Math.floor(x);
    return mirrored(logitBetaDistribution(k + 1, trials - k).tails(logOdds));
  };

  return createDistribution({
    subject,
    discrete: true,
    lowest,
    highest,
    tails,
    logDensity: (k) => {
      if (!Number.isInteger(k)) return doubleDouble(Number.NEGATIVE_INFINITY);
      const ways = subtract(logFactorial(trials), add(logFactorial(k), logFactorial(trials - k)));
      return add(ways, add(multiply(doubleDouble(k), logYes), multiply(doubleDouble(trials - k), logNo)));
    },
    quantile: (side, share) => {
      let [low, high] = [lowest, highest]; // halved until one is left: at most 50 times
      while (low < high) {
        const k = low + Math.floor((high - low) / 2);
        const enough = side === "lower" ? tails(k).lower >= share * (1 - slack) : tails(k).upper <= share * (1 + slack);
        if (enough) high = k;
        else low = k + 1;
      }
      return low;
    },
  });
}

function logFactorial(n: number): DoubleDouble {
  return preciseLogGamma(doubleDouble(n + 1));
}

function check(subject: string, trials: number, probability: number): void {
  if (!(Number.isInteger(trials) && trials >= 0 && trials <= 1e15)) {
    const message = `${subject}: "trials" should be a whole number from 0 to 1e15, got ${String(trials)}.`;
    throw new NeuriteError("bad-argument", `${message} Count the trials, successes or not.`);
  }
  if (!(typeof probability === "number" && probability >= 0 && probability <= 1)) {
    const message = `${subject}: "probability" should be a number from 0 to 1, got ${String(probability)}.`;
    throw new NeuriteError("bad-argument", `${message} Divide percentages by 100.`);
  }
}
