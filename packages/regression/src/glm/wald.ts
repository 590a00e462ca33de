import type { Distribution } from "../distributions/distribution";
import type { GeneralizedCoefficient } from "./generalized-fit";

/** What Wald's test says of an estimate, where its standard error is known. The distribution is that of z, and `reach` is how many of them an interval goes to either side. */
export function waldOf(
  estimate: number,
  standardError: number | null,
  distribution: Distribution,
  reach: number,
): Omit<GeneralizedCoefficient, "name" | "estimate"> {
  if (standardError === null) return { standardError, statistic: null, pValue: null, lower: null, upper: null };
  const z = estimate / standardError;
  const statistic = standardError > 0 && Number.isFinite(z) ? z : null;
  return {
    standardError,
    statistic,
    pValue: statistic === null ? null : 2 * distribution.upper(Math.abs(statistic)),
    lower: estimate - reach * standardError,
    upper: estimate + reach * standardError,
  };
}
