import { describe, expect, it } from "vitest";
import { singularValues } from "../linear-algebra/singular-values";
import { regress } from "./regress";
import { fits, misses, tables } from "./statsmodels-fits";

describe("the diagnostics of a fit", () => {
  it.each(fits)("are those of statsmodels for $formula", (expected) => {
    const weights = expected.weights === null ? {} : { weights: expected.weights };
    const { diagnostics } = regress(expected.formula, tables[expected.table] ?? {}, weights);
    expect(
      misses(
        [diagnostics.durbinWatson, diagnostics.rawConditionNumber],
        [expected.durbinWatson, expected.conditionNumber],
        "Durbin-Watson, condition number",
      ),
    ).toEqual([]);
    const { statistic, pValue, skewness, kurtosis } = expected.jarqueBera;
    expect(
      misses(
        [diagnostics.jarqueBera?.statistic ?? null, diagnostics.jarqueBera?.pValue ?? null],
        [statistic, pValue],
        "Jarque-Bera",
        [1, 10 * pValue],
      ),
    ).toEqual([]);
    expect(
      misses(
        [diagnostics.jarqueBera?.skewness ?? null, diagnostics.jarqueBera?.kurtosis ?? null],
        [skewness, kurtosis],
        "moments",
      ),
    ).toEqual([]);
    const omnibus = [diagnostics.omnibus?.statistic ?? null, diagnostics.omnibus?.pValue ?? null];
    expect(misses(omnibus, [expected.omnibus.statistic, expected.omnibus.pValue], "omnibus", [1, 1])).toEqual([]);
    if (expected.variance === null) return;
    const factors = new Map(diagnostics.varianceInflation.map(({ name, factor }) => [name, factor]));
    expect(
      misses(
        expected.names.map((name) => factors.get(name) ?? null),
        expected.variance,
        "variance inflation",
      ),
    ).toEqual([]);
  });

  it("are null of residuals where the fit is perfect", () => {
    const { diagnostics } = regress("y ~ x", { y: [1, 2, 3], x: [1, 2, 3] });
    expect(diagnostics).toMatchObject({ durbinWatson: null, jarqueBera: null, omnibus: null });
    expect(diagnostics.varianceInflation[0]?.factor).toBeCloseTo(1, 14);
  });

  it("have an omnibus test from 8 rows on", () => {
    const y = [3, 1, 4, 1, 5, 9, 2, 6];
    expect(regress("y ~ 1", { y: y.slice(1) }).diagnostics.omnibus).toBeNull();
    // scipy.stats.normaltest([3, 1, 4, 1, 5, 9, 2, 6])
    const { statistic, pValue } = regress("y ~ 1", { y }).diagnostics.omnibus ?? {};
    expect(statistic).toBeCloseTo(1.382758187649337, 12);
    expect(pValue).toBeCloseTo(0.5008848253611238, 12);
  });

  it("tell a condition number that grows with units, and null where it is beyond float64", () => {
    // of columns (1, 1) and (a, -a) it is a, or 1 / a
    const number = (a: number) => regress("y ~ x", { y: [1, 2], x: [a, -a] }).diagnostics.rawConditionNumber;
    expect(number(1)).toBeCloseTo(1, 14);
    expect((number(1e150) ?? 0) / 1e150).toBeCloseTo(1, 13);
    expect(number(1e-12)).toBeCloseTo(1e12, 0);
    expect(number(1e300)).toBeNull();
    expect(regress("y ~ 0 + x", { y: [1, 2], x: [0, 0] }).diagnostics.rawConditionNumber).toBe(1);
  });

  it("tell the condition number of hundreds of columns too", () => {
    // one row for each level: the columns are (1, eⱼ), whose square is [[n, 1'], [1, I]]
    const rows = 260;
    const c = Array.from({ length: rows }, (_, i) => `l${i + 1000}`);
    const { diagnostics } = regress("y ~ c", { y: c.map((_, i) => i % 7), c });
    // on the two directions that see the ones, λ² - (n + 1) λ + 1 = 0 with n = 260
    const root = Math.sqrt(261 ** 2 - 4);
    expect(diagnostics.rawConditionNumber).toBeCloseTo(Math.sqrt((261 + root) / (261 - root)), 3);
  });

  it("count a run of equal residuals as memory", () => {
    // residuals -1, -1, 1, 1: one step of 2
    expect(regress("y ~ 1", { y: [1, 1, 3, 3] }).diagnostics.durbinWatson).toBeCloseTo(4 / 4, 14);
    // -1, 1, -1, 1: three steps
    expect(regress("y ~ 1", { y: [1, 3, 1, 3] }).diagnostics.durbinWatson).toBeCloseTo(12 / 4, 14);
  });
});

describe("singular values", () => {
  it("are found to all digits, however different the columns are in length", () => {
    // [[3, 0], [4, 5]] has √45 and √5
    const [a = 0, b = 0] = singularValues([Float64Array.of(3, 4), Float64Array.of(0, 5)]).sort((x, y) => y - x);
    expect(a).toBeCloseTo(Math.sqrt(45), 14);
    expect(b).toBeCloseTo(Math.sqrt(5), 14);
    const lengths = singularValues([Float64Array.of(1e100, 0), Float64Array.of(1e100, 1e-100)]);
    // √2 · 1e100, and the determinant 1 over it
    expect(Math.max(...lengths) / 1e100).toBeCloseTo(Math.SQRT2, 14);
    expect(Math.min(...lengths) * 1e100).toBeCloseTo(Math.SQRT1_2, 14);
  });
});
