import { describe, expect, it } from "vitest";
import { refusal } from "../refusal";
import { compareRegressions } from "./compare-regressions";
import { regress } from "./regress";
import { comparison, misses, tables } from "./statsmodels-fits";

describe("compareRegressions", () => {
  it("gives statsmodels' F and likelihood-ratio test", () => {
    const table = tables[comparison.table] ?? {};
    const { f, likelihoodRatio } = compareRegressions(
      regress(comparison.small, table),
      regress(comparison.large, table),
    );
    expect(
      misses([f?.statistic ?? null, f?.pValue ?? null], [comparison.f.statistic, comparison.f.pValue], "F"),
    ).toEqual([]);
    expect(f?.degreesOfFreedom).toEqual(comparison.f.degreesOfFreedom);
    const { statistic, pValue, degreesOfFreedom } = comparison.likelihoodRatio;
    expect(
      misses([likelihoodRatio?.statistic ?? null, likelihoodRatio?.pValue ?? null], [statistic, pValue], "ratio"),
    ).toEqual([]);
    expect(likelihoodRatio?.degreesOfFreedom).toBe(degreesOfFreedom);
  });

  it("gives the F of the whole fit against the mean alone, and t² for one coefficient", () => {
    const table = { y: [1, 3, 4, 6, 5], x: [0, 1, 2, 4, 5], z: [2, 1, 2, 1, 3] };
    const large = regress("y ~ x + z", table);
    const whole = compareRegressions(regress("y ~ 1", table), large).f;
    expect(misses([whole?.statistic ?? null, whole?.pValue ?? null], [large.fStatistic, large.fPValue], "F")).toEqual(
      [],
    );
    const one = compareRegressions(regress("y ~ x", table), large).f;
    const z = large.coefficients[2];
    expect(
      misses([one?.statistic ?? null, one?.pValue ?? null], [(z?.statistic ?? 0) ** 2, z?.pValue ?? null], "F"),
    ).toEqual([]);
  });

  it("says nothing against a perfect fit", () => {
    const table = { y: [1, 2, 3, 4], x: [1, 2, 3, 4] };
    const found = compareRegressions(regress("y ~ 1", table), regress("y ~ x", table));
    expect(found).toEqual({ f: null, likelihoodRatio: null });
  });

  it("refuses fits that cannot be nested", () => {
    const table = { y: [1, 3, 4, 6, 5], x: [0, 1, 2, 4, 5], z: [2, 1, 2, 1, 3] };
    const [small, large] = [regress("y ~ x", table), regress("y ~ x + z", table)];
    expect(refusal(() => compareRegressions(large, small))).toEqual([
      "bad-data",
      "compareRegressions: the second fit should have more coefficients than the first, got 2 and 3. Pass the smaller of two nested models first.",
    ]);
    expect(refusal(() => compareRegressions(regress("log(y) ~ x", table), large))[1]).toContain('got "log(y)" and "y"');
    const fewer = { y: [1, 3, 4, 6], x: [0, 1, 2, 4] };
    expect(refusal(() => compareRegressions(regress("y ~ x", fewer), large))[1]).toContain("got 4 and 5");
    const worse = regress("y ~ z + I(z^2)", table);
    expect(refusal(() => compareRegressions(small, worse))[1]).toContain("should fit no worse than the smaller");
  });
});
