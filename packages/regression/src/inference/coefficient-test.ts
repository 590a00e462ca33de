import { finite } from "../least-squares/finite";
import type { LinearCoefficient } from "../least-squares/linear-fit";
import type { Judgement } from "./judgement";

/** A coefficient with how sure it is: the test of the hypothesis that it is 0, and its confidence interval. */
export interface TestedCoefficient extends LinearCoefficient {
  /** estimate / standardError; null without a standard error, or with one of 0. */
  readonly statistic: number | null;
  /** The probability of a statistic at least as far from 0, were the coefficient 0; null without a statistic. */
  readonly pValue: number | null;
  /** Ends of the confidence interval; null without a standard error. */
  readonly lower: number | null;
  readonly upper: number | null;
}

/** Tests one coefficient; without a judgement (no degrees of freedom) nothing is known of it. */
export function testCoefficient(
  { name, estimate, standardError }: LinearCoefficient,
  judge: Judgement | undefined,
  subject: string,
): TestedCoefficient {
  if (standardError === null || judge === undefined) {
    return { name, estimate, standardError, statistic: null, pValue: null, lower: null, upper: null };
  }
  const ratio = estimate / standardError;
  const statistic = Number.isFinite(ratio) ? ratio : null;
  const reach = judge.width * standardError;
  const end = (value: number) => finite(value, `the interval of ${JSON.stringify(name)}`, subject);
  return {
    name,
    estimate,
    standardError,
    statistic,
    pValue: statistic === null ? null : 2 * judge.distribution.upper(Math.abs(statistic)),
    lower: end(estimate - reach),
    upper: end(estimate + reach),
  };
}
