import { describe, expect, it } from "vitest";
import { regress } from "./regress";
import { testCoefficients } from "./test-coefficients";

const table = { x: [1, 2, 3, 4, 5], z: [2, 1, 4, 3, 6], y: [1, 3, 2, 5, 4] };

describe("testCoefficients", () => {
  it("says of stored coefficients what the fit itself says", () => {
    const fit = regress("y ~ x + z", table, { level: 0.9 });
    const stored = fit.coefficients.map(({ name, estimate, standardError }) => ({ name, estimate, standardError }));
    const { degreesOfFreedom } = fit;
    expect(testCoefficients(stored, { distribution: "t", degreesOfFreedom, level: 0.9 })).toEqual(fit.coefficients);
  });

  it("judges by the normal distribution when it is asked to", () => {
    // 1.959963984540054 is the 97.5 % quantile, so p is 0.05 and the interval begins at 0
    const [one] = testCoefficients([{ name: "x", estimate: 1.959963984540054, standardError: 1 }], {
      distribution: "normal",
    });
    expect(one?.pValue).toBeCloseTo(0.05, 14);
    expect(one?.lower).toBeCloseTo(0, 14);
    expect(one?.upper).toBeCloseTo(3.919927969080108, 14);
  });

  it("says nothing without an error, without degrees of freedom, and of ends beyond float64", () => {
    const nothing = { statistic: null, pValue: null, lower: null, upper: null };
    const unknown = { name: "x", estimate: 2, standardError: null };
    expect(testCoefficients([unknown], { distribution: "normal" })).toEqual([{ ...unknown, ...nothing }]);
    expect(testCoefficients([unknown], { distribution: "t", degreesOfFreedom: 0 })).toEqual([
      { ...unknown, ...nothing },
    ]);
    const [large] = testCoefficients([{ name: "x", estimate: 1.7e308, standardError: 5e307 }], {
      distribution: "normal",
    });
    expect(large?.upper).toBeNull();
    expect((large?.lower ?? 0) / 1e307).toBeCloseTo(7.2, 2);
    const [sure] = testCoefficients([{ name: "x", estimate: 2, standardError: 0 }], { distribution: "normal" });
    expect(sure).toEqual({
      name: "x",
      estimate: 2,
      standardError: 0,
      statistic: null,
      pValue: null,
      lower: 2,
      upper: 2,
    });
  });

  it("refuses a level that is no probability, and degrees of freedom below 0", () => {
    expect(() => testCoefficients([], { distribution: "normal", level: 95 })).toThrow('"level" should be a number');
    expect(() => testCoefficients([], { distribution: "t", degreesOfFreedom: -1 })).toThrow("degreesOfFreedom");
  });
});
