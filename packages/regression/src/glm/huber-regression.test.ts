import { describe, expect, it } from "vitest";
import fits from "../../test-data/huber-fits.json" with { type: "json" };
import { refusal } from "../refusal";
import { expectNumbers } from "./expect-numbers";
import { huberFormula, huberRegression } from "./huber-regression";
import { predictGeneralized } from "./predict-generalized";

describe("huberRegression", () => {
  for (const { title, columns, target, intercept, tuning, expected } of fits) {
    it(`agrees with statsmodels on ${title}`, () => {
      const fit = huberRegression(Object.entries(columns), target, { intercept, tuning });
      expect(fit.converged).toBe(true);
      const column = (of: "estimate" | "standardError" | "statistic" | "pValue" | "lower") =>
        fit.coefficients.map((one) => one[of]);
      expectNumbers(column("estimate"), expected.params, "estimate");
      expectNumbers(column("standardError"), expected.bse, "standardError");
      expectNumbers(column("statistic"), expected.z, "statistic");
      expectNumbers(column("pValue"), expected.p, "pValue");
      expectNumbers(column("lower"), expected.lower, "lower");
      expectNumbers([fit.scale], [expected.scale], "scale");
    });
  }

  it("is not moved by how far out an outlier is", () => {
    const x = [1, 2, 3, 4, 5, 6, 7, 8];
    const y = (last: number) => [1.1, 1.9, 3.2, 3.8, 5.1, 6, 6.8, last];
    const near = huberRegression({ x }, y(100));
    const far = huberRegression({ x }, y(1e9));
    expectNumbers(
      far.coefficients.map(({ estimate }) => estimate),
      near.coefficients.map(({ estimate }) => estimate),
      "estimate",
    );
  });

  it("says what it cannot know where half of the rows have no miss, or every row a coefficient", () => {
    const exact = huberRegression({ x: [1, 2, 3, 4, 5] }, [2, 4, 6, 8, 10]);
    expect(exact).toMatchObject({ scale: 0, converged: true, spread: null });
    expect(exact.coefficients[1]?.estimate).toBeCloseTo(2, 14);
    expect(exact.coefficients[1]).toMatchObject({ standardError: null, statistic: null, pValue: null });
    const two = huberRegression({ x: [1, 2] }, [5, 7]);
    expect(two).toMatchObject({ degreesOfFreedom: 0, spread: null });
    const one = huberRegression({ x: [3] }, [5]);
    expect(one).toMatchObject({ rank: 1, dropped: [{ name: "x", combinationOf: [] }], scale: 0 });
    const nothing = huberRegression({ zero: [0, 0, 0] }, [1, 2, 3], { intercept: false });
    expect(nothing).toMatchObject({ rank: 0, coefficients: [] });
    for (const fit of [exact, two, one, nothing]) expect(JSON.parse(JSON.stringify(fit))).toEqual(fit);
  });

  it("takes formulas, with offsets, and predicts by them", () => {
    const table = { x: [1, 2, 3, 4, 5, 6], y: [3.1, 5, 6.9, 9.2, 11, 40], half: [1, 1, 1, 2, 2, 2] };
    const fit = huberFormula("y ~ x + offset(half)", table);
    const plain = huberRegression(
      { x: table.x },
      table.y.map((value, row) => value - (table.half[row] as number)),
    );
    expect(fit.coefficients).toEqual(plain.coefficients);
    const [row] = predictGeneralized(fit, { x: [7], half: [10] });
    const [bare] = predictGeneralized(plain, { x: [7] });
    expect(row?.response.estimate).toBeCloseTo((bare?.response.estimate as number) + 10, 12);
    expect(row?.response.standardError).toBe(bare?.response.standardError);
  });

  it("refuses what it cannot fit", () => {
    const failure = (run: () => unknown) => refusal(run)[0];
    expect(failure(() => huberRegression({ x: [] }, []))).toBe("too-few-rows");
    expect(failure(() => huberRegression({ x: [1, 2] }, [1]))).toBe("bad-data");
    expect(failure(() => huberRegression({ x: [1] }, [Number.NaN]))).toBe("bad-cell");
    expect(failure(() => huberRegression({ x: [1] }, [1], { tuning: 0 }))).toBe("bad-argument");
    expect(failure(() => huberRegression({ x: [1] }, [1], { level: 95 }))).toBe("bad-argument");
  });
});
