// Against what scikit-learn gives for the same objective; test-data/penalties.md tells how the numbers were made.
import { describe, expect, it } from "vitest";
import { columns, fits, target } from "../../test-data/penalties.json" with { type: "json" };
import { elasticNetRegression } from "./elastic-net-regression";

/** The rows' weights: 1, 1.5, 2, 2.5 and again. */
const weights = target.map((_, row) => 1 + (row % 4) / 2);

/** The largest difference, as a part of the largest number. */
function difference(found: readonly number[], expected: readonly number[]): number {
  expect(found.length).toBe(expected.length);
  const size = Math.max(...expected.map(Math.abs));
  return Math.max(...expected.map((value, j) => Math.abs((found[j] as number) - value))) / (size || 1);
}

describe("a fit to the diabetes table", () => {
  it.each(fits)(
    "is scikit-learn's: penalty $penalty, l1Ratio $l1Ratio, standardize $standardize, weighted $weighted, intercept $intercept",
    ({ penalty, l1Ratio, standardize, weighted, intercept, estimates, constant }) => {
      const options = { penalty, l1Ratio, standardize, intercept, ...(weighted ? { weights } : {}) };
      const fit = elasticNetRegression(columns, target, options);
      const d = difference(
        fit.coefficients.map((c) => c.estimate),
        estimates,
      );
      expect(d).toBeLessThan(1e-10);
      expect(fit.dualityGap).toBeLessThan(1e-13);
      if (constant === null) expect(fit.intercept).toBeNull();
      else expect(Math.abs((fit.intercept ?? 0) / constant - 1)).toBeLessThan(1e-10);
    },
  );
});
