import { waldOf } from "../glm/wald";
import type { LinearCoefficient } from "../least-squares/linear-fit";
import type { TestedCoefficient } from "./coefficient-test";
import { judgement } from "./judgement";
import { checkLevel } from "./regress-options";

/** What coefficients are judged by: Student's t with so many degrees of freedom, or the normal distribution. */
export type TestOptions = (
  | { readonly distribution: "t"; readonly degreesOfFreedom: number }
  | { readonly distribution: "normal" }
) & {
  /** With what probability intervals hold their coefficient; 0.95 unless told otherwise. */
  readonly level?: number;
};

/**
 * Tests coefficients that come with their standard errors, those of a `LinearFit` for example, whether they are 0.
 *
 * statistic = estimate / standardError, the two-sided p-value, and the interval estimate ± q · standardError with the quantile q of the
 * distribution; null without a standard error or without degrees of freedom, an end of the interval also beyond float64.
 *
 * Errors: `bad-argument` (level, degrees of freedom).
 *
 * @example
 * ```ts
 * import { leastSquares, testCoefficients } from "@neurite/regression";
 *
 * const { coefficients, degreesOfFreedom } = leastSquares({ speed: [4, 7, 8, 9, 10] }, [2, 4, 16, 10, 18]);
 * const [speed] = testCoefficients(coefficients, { distribution: "t", degreesOfFreedom });
 * console.log(speed?.statistic?.toFixed(4), speed?.pValue?.toFixed(6)); // → 2.5705 0.082460
 * console.log(speed?.lower?.toFixed(4), speed?.upper?.toFixed(4)); // → -0.6064 5.7008
 * ```
 */
export function testCoefficients(
  coefficients: readonly LinearCoefficient[],
  options: TestOptions,
): readonly TestedCoefficient[] {
  const level = checkLevel(options.level ?? 0.95, "testCoefficients");
  const degreesOfFreedom = options.distribution === "t" ? options.degreesOfFreedom : Number.POSITIVE_INFINITY;
  const known = degreesOfFreedom !== 0;
  const { distribution, width } = judgement(known ? options.distribution : "normal", degreesOfFreedom, level);
  return coefficients.map(({ name, estimate, standardError }) => {
    const wald = waldOf(estimate, known ? standardError : null, distribution, width);
    return { name, estimate, ...wald, standardError, lower: endOf(wald.lower), upper: endOf(wald.upper) };
  });
}

function endOf(end: number | null): number | null {
  return end !== null && Number.isFinite(end) ? end : null;
}
