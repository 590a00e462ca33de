import { NeuriteError } from "@neurite/tensor";
import { chiSquaredDistribution } from "../distributions/chi-squared-distribution";
import { fDistribution } from "../distributions/f-distribution";
import type { RegressionFit } from "./regression-fit";

/** A test of whether the larger model tells more than chance would. */
export interface ComparisonTest<D> {
  readonly statistic: number;
  readonly degreesOfFreedom: D;
  readonly pValue: number;
}

/** Tests of a model against one that holds it; null where the larger one fits perfectly. */
export interface RegressionComparison {
  /** ((RSS₀ - RSS₁) / (df₀ - df₁)) / (RSS₁ / df₁), by F with df₀ - df₁ and df₁. */
  readonly f: ComparisonTest<readonly [number, number]> | null;
  /** 2 (logLikelihood₁ - logLikelihood₀), by chi-squared with df₀ - df₁. */
  readonly likelihoodRatio: ComparisonTest<number> | null;
}

const subject = "compareRegressions";

/**
 * Compares two fits of `regress` to the same rows, of which the larger can do all that the smaller can: F test and likelihood-ratio test.
 *
 * Whether the models are nested is the caller's to know (`y ~ x` in `y ~ x * group`, or a polynomial in one of higher degree); what can be seen
 * of it is checked. Both tests take rows to be equally exact (but for weights) and independent, whatever the standard errors of the fits do.
 *
 * Errors: `bad-data` (other rows, other targets, a larger model without more coefficients or with a worse fit).
 *
 * @example
 * ```ts
 * import { compareRegressions, regress } from "@neurite/regression";
 *
 * const table = { y: [1, 3, 4, 6, 5], x: [0, 1, 2, 4, 5], z: [2, 1, 2, 1, 3] };
 * const { f, likelihoodRatio } = compareRegressions(regress("y ~ x", table), regress("y ~ x + z", table));
 * console.log(f?.statistic.toFixed(4), f?.degreesOfFreedom, f?.pValue.toFixed(4)); // → 5.1823 [ 1, 2 ] 0.1506
 * console.log(likelihoodRatio?.statistic.toFixed(4), likelihoodRatio?.pValue.toFixed(4)); // → 6.3924 0.0115
 * ```
 */
export function compareRegressions(small: RegressionFit, large: RegressionFit): RegressionComparison {
  checkPair(small, large);
  const gained = small.degreesOfFreedom - large.degreesOfFreedom;
  const { residualStandardDeviation: before, logLikelihood: worse } = small;
  const { residualStandardDeviation: after, logLikelihood: better } = large;
  if (large.perfectFit || before === null || after === null || worse === null || better === null) {
    return { f: null, likelihoodRatio: null };
  }
  const ratio = (before / after) ** 2;
  const f = (ratio * small.degreesOfFreedom - large.degreesOfFreedom) / gained;
  const likelihoodRatio = 2 * (better - worse);
  if (!(f > -1e-9 && Number.isFinite(f))) {
    throw refusal(
      `the larger model should fit no worse than the smaller, got residual standard deviations of ${after} and ${before}`,
    );
  }
  const degreesOfFreedom = [gained, large.degreesOfFreedom] as const;
  const [certainF, certainRatio] = [Math.max(0, f), Math.max(0, likelihoodRatio)];
  return {
    f: { statistic: certainF, degreesOfFreedom, pValue: fDistribution({ degreesOfFreedom }).upper(certainF) },
    likelihoodRatio: {
      statistic: certainRatio,
      degreesOfFreedom: gained,
      pValue: chiSquaredDistribution({ degreesOfFreedom: gained }).upper(certainRatio),
    },
  };
}

function checkPair(small: RegressionFit, large: RegressionFit): void {
  if (small.target !== large.target) {
    const targets = [small.target, large.target].map((name) => JSON.stringify(name)).join(" and ");
    throw refusal(`both fits should have one target, got ${targets}`);
  }
  if (small.rows !== large.rows) {
    throw refusal(`both fits should have the same rows, got ${small.rows} and ${large.rows}`);
  }
  if (small.rank >= large.rank) {
    throw refusal(`the second fit should have more coefficients than the first, got ${large.rank} and ${small.rank}`);
  }
}

function refusal(text: string): NeuriteError {
  return new NeuriteError("bad-data", `${subject}: ${text}. Pass the smaller of two nested models first.`);
}
