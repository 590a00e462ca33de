// Input at the edge, and what must not change a fit: always a named error or an honest report, never Infinity, NaN or an endless loop.
import { NeuriteError } from "@neurite/tensor";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { leastSquares } from "../least-squares/least-squares";
import type { FamilyName } from "./family";
import type { GeneralizedFit } from "./generalized-fit";
import { generalizedFormula, generalizedLinearModel } from "./generalized-linear-model";
import { generalizedResiduals } from "./generalized-residuals";
import { predictGeneralized } from "./predict-generalized";

function failure(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof NeuriteError) return `${error.code} ${error.message}`;
    throw error;
  }
  throw new Error("no error");
}

const estimates = (fit: GeneralizedFit) => fit.coefficients.map(({ estimate }) => estimate);

/** Fails where a number in plain data is NaN or infinite. */
function expectPlain(value: unknown): void {
  expect(JSON.parse(JSON.stringify(value))).toEqual(value);
}

describe("fits that would run off to infinity", () => {
  it("are told separated when a column tells two classes without a mistake", () => {
    const fit = generalizedLinearModel({ hours: [1, 2, 3, 4, 5, 6] }, [0, 0, 0, 1, 1, 1], { family: "binomial" });
    expect(fit).toMatchObject({ separated: true, converged: false });
    expect(fit.deviance).toBeLessThan(1e-10);
    expectPlain(fit);
  });

  it("are told separated when it does so for some rows only, and the other coefficients are right", () => {
    const table = { x: [1, 2, 3, 4, 5, 6, 7, 8], group: [0, 0, 0, 0, 0, 0, 1, 1] };
    const target = [0, 1, 0, 0, 1, 1, 1, 1];
    const fit = generalizedLinearModel(table, target, { family: "binomial" });
    expect(fit).toMatchObject({ separated: true, converged: false });
    // In the limit the rows of the group tell nothing more, and the others decide the slope.
    const others = generalizedLinearModel({ x: table.x.slice(0, 6) }, target.slice(0, 6), { family: "binomial" });
    expect(others.separated).toBe(false);
    expect(
      Math.abs((fit.coefficients[1]?.estimate as number) - (others.coefficients[1]?.estimate as number)),
    ).toBeLessThan(1e-8);
    expectPlain(fit);
  });

  it("are told separated when a group of rows has no counts at all, or only successes", () => {
    const counts = [1, 2, 3, 0, 0, 0];
    for (const options of [{ family: "poisson" }, { family: "negativeBinomial", alpha: 1 }] as const) {
      const fit = generalizedLinearModel({ group: [0, 0, 0, 1, 1, 1] }, counts, options);
      expect(fit).toMatchObject({ separated: true, converged: false });
      expectPlain(fit);
    }
    const trials = generalizedLinearModel({ group: [0, 1] }, [3, 8], { family: "binomial", trials: [5, 8] });
    expect(trials.separated).toBe(true);
    const nothing = generalizedLinearModel({}, [0, 0, 0], { family: "poisson" });
    expect(nothing.separated).toBe(true);
    expectPlain(nothing);
  });

  it("are not confused with fits that only look steep", () => {
    // One row on the wrong side among forty: steep, but finite
    const x = Array.from({ length: 40 }, (_, i) => i);
    const target = x.map((value) => (value === 19 ? 1 : value === 20 ? 0 : value > 19 ? 1 : 0));
    const fit = generalizedLinearModel({ x }, target, { family: "binomial" });
    expect(fit).toMatchObject({ separated: false, converged: true });
    // Means from e^-30 to e^30
    const wide = generalizedLinearModel({ x: [-1, 0, 1] }, [0, 1, 10_000_000_000_000], { family: "poisson" });
    expect(wide).toMatchObject({ separated: false, converged: true });
  });
});

describe("fits of hard input", () => {
  it("have no likelihood where weights put it beyond float64", () => {
    const far = { y: [1, 0], x: [2, 3] };
    const fit = generalizedFormula("y ~ 1", far, { family: "gaussian", weights: [1e-308, 1e308] });
    expect([fit.logLikelihood, fit.aic, fit.bic]).toEqual([null, null, null]);
  });

  it("are refused where only robust errors are within float64", () => {
    const y = [0.4, 0.9, 0.1, 0.6, 0.3, 0.8];
    const x = [3e-309, 8e-309, 1e-309, 9e-309, 2e-309, 5e-309];
    for (const robust of [undefined, "HC0"] as const) {
      const fit = () => generalizedFormula("y ~ x", { y, x }, { family: "poisson", ...(robust && { robust }) });
      expect(fit).toThrow('the result for "x" is too large for float64');
    }
  });

  it("are refused where their recipe gives other columns than they have coefficients for", () => {
    const fit = generalizedFormula("y ~ x", { y: [1, 2, 4], x: [1, 2, 3] }, { family: "poisson" });
    const recipe = { ...(fit.recipe as NonNullable<typeof fit.recipe>), formula: "y ~ z" };
    expect(() => predictGeneralized({ ...fit, recipe }, { z: [1] })).toThrow(
      'the recipe should give the fit\'s "x", got "z".',
    );
  });

  it("drop and name collinear and constant columns", () => {
    const fit = generalizedLinearModel({ x: [1, 2, 3, 5], twice: [2, 4, 6, 10], one: [1, 1, 1, 1] }, [1, 3, 4, 9], {
      family: "poisson",
    });
    expect(fit.rank).toBe(2);
    expect(fit.dropped).toEqual([
      { name: "twice", combinationOf: ["x"] },
      { name: "one", combinationOf: [] },
    ]);
    expect(fit.coefficients.map(({ name }) => name)).toEqual(["Intercept", "x"]);
  });

  it("say what they cannot know of one row, and of a perfect fit", () => {
    for (const family of ["gaussian", "gamma"] as const) {
      const one = generalizedLinearModel({ x: [3] }, [5], { family });
      expect(one).toMatchObject({
        rank: 1,
        degreesOfFreedom: 0,
        dispersion: null,
        logLikelihood: null,
        aic: null,
        spread: null,
      });
      expect(one.coefficients[0]).toMatchObject({ standardError: null, statistic: null, pValue: null, lower: null });
      expect(predictGeneralized(one, { x: [9] })[0]?.response).toMatchObject({ standardError: null, lower: null });
      expect(generalizedResiduals(one, { x: [3] }, { target: [5] })[0]).toMatchObject({
        leverage: null,
        cooksDistance: null,
      });
      expectPlain(one);
    }
    const line = generalizedLinearModel({ x: [1, 2, 3, 4] }, [2, 4, 6, 8], { family: "gaussian" });
    expect(line.logLikelihood).toBeNull();
    expectPlain(line);
    const growth = generalizedLinearModel({ x: [1, 2, 3, 4] }, [2, 4, 8, 16], { family: "gamma" });
    expect(growth.logLikelihood).toBeNull();
    expectPlain(growth);
    const count = generalizedLinearModel({ x: [3] }, [5], { family: "poisson" });
    // log 5, and 1 / √5
    expect(count.coefficients[0]?.estimate.toFixed(12)).toBe("1.609437912434");
    expect(count.coefficients[0]?.standardError?.toFixed(12)).toBe("0.447213595500");
  });

  it("leave out rows of weight 0, whatever they hold", () => {
    const fit = generalizedLinearModel({ x: [1, 2, 3, 4] }, [1, 3, 4, -9], {
      family: "poisson",
      weights: [1, 1, 1, 0],
    });
    expect(estimates(fit)).toEqual(
      estimates(generalizedLinearModel({ x: [1, 2, 3] }, [1, 3, 4], { family: "poisson" })),
    );
    const rows = generalizedResiduals(fit, { x: [1, 2, 3, 4] }, { target: [1, 3, 4, -9], weights: [1, 1, 1, 0] });
    expect(rows.map((row) => row === null)).toEqual([false, false, false, true]);
  });

  it("refuse what a family cannot have, with the row", () => {
    const fit = (target: readonly number[], family: FamilyName) =>
      failure(() => generalizedLinearModel({ x: [1, 2] }, target, { family }));
    expect(fit([1, -1], "poisson")).toMatch(/^bad-cell .*poisson family should be 0 or more, got -1 in row 1/);
    expect(fit([0, 1], "gamma")).toMatch(/^bad-cell .*gamma family should be above 0, got 0 in row 0/);
    expect(fit([1, 1], "binomial")).toMatch(/^bad-data .*at least 2 classes/);
    expect(fit([1, 0.5], "negativeBinomial")).toMatch(/^bad-cell .*whole numbers/);
    expect(fit([1, Number.NaN], "gaussian")).toMatch(/^bad-cell/);
    expect(fit([], "poisson")).toMatch(/^too-few-rows/);
    expect(failure(() => generalizedLinearModel({}, [3, 4], { family: "binomial", trials: [3, 3] }))).toMatch(
      /^bad-cell .*got 4 of 3 in row 1/,
    );
  });

  it("refuse options that make no sense", () => {
    const fit = (options: object) => failure(() => generalizedLinearModel({ x: [1, 2] }, [1, 2], options as never));
    expect(fit({ family: "toString" })).toMatch(/^bad-argument .*one of gaussian, poisson/);
    expect(fit({ family: "poisson", link: "inverse" })).toMatch(/^bad-argument .*"link" should be log/);
    expect(fit({ family: "poisson", alpha: 1 })).toMatch(/^bad-argument .*"alpha"/);
    expect(fit({ family: "poisson", trials: [1, 1] })).toMatch(/^bad-argument .*"trials"/);
    expect(fit({ family: "negativeBinomial", alpha: -1 })).toMatch(
      /^bad-argument .*1e-10 to 1e10, or 0 for Poisson, got -1/,
    );
    expect(fit({ family: "poisson", level: 1 })).toMatch(/^bad-argument .*"level"/);
    expect(fit({ family: "poisson", maxIterations: 0 })).toMatch(/^bad-argument .*"maxIterations"/);
    expect(fit({ family: "poisson", offset: [1] })).toMatch(
      /^bad-data .*"offset" should have one number for each of the 2 rows/,
    );
    expect(fit({ family: "poisson", weights: [0, 0] })).toMatch(/^bad-data/);
  });

  it("stop after as many steps as they are told, and say so", () => {
    const fit = generalizedLinearModel({ x: [1, 2, 3, 4] }, [1, 9, 2, 60], { family: "gamma", maxIterations: 1 });
    expect(fit).toMatchObject({ converged: false, separated: false, iterations: 1 });
  });

  it("give an alpha of 0, and Poisson's fit, to counts that vary less than Poisson's", () => {
    const x = [1, 2, 3, 4, 5];
    const counts = [5, 5, 6, 6, 7];
    const fit = generalizedLinearModel({ x }, counts, { family: "negativeBinomial" });
    const poisson = generalizedLinearModel({ x }, counts, { family: "poisson" });
    expect(fit).toMatchObject({ alpha: 0, alphaStandardError: null, converged: true, family: "negativeBinomial" });
    expect(fit.coefficients).toEqual(poisson.coefficients);
    expect(generalizedResiduals(fit, { x }, { target: counts })).toEqual(
      generalizedResiduals(poisson, { x }, { target: counts }),
    );
  });

  it("say that they have no end where alpha is estimated too", () => {
    const fit = generalizedLinearModel({ x: [-1, 0, 0, 0, 1], z: [2, 2, 0, 2, 2] }, [0, 3, 0, 0, 2], {
      family: "negativeBinomial",
    });
    expectPlain(fit);
    expect(fit).toMatchObject({ separated: true, converged: false });
    expect(fit.coefficients[1]?.estimate).toBeCloseTo(0.8853, 4);
  });

  it("start from the mean where the target itself leads to no mean", () => {
    // The first least-squares line through 1 / y is negative on the left.
    const fit = generalizedLinearModel({ x: [0, 1, 2, 3] }, [100, 0.1, 5, 0.02], { family: "gamma", link: "inverse" });
    expectPlain(fit);
    expect(fit.deviance).toBeLessThan(fit.nullDeviance);
    // Without an intercept 1 / μ = b x has a sign of its own in each row.
    const message = failure(() =>
      generalizedLinearModel({ x: [-1, 1] }, [1, 2], { family: "gamma", link: "inverse", intercept: false }),
    );
    expect(message).toMatch(/^not-finite .*inverse link/);
  });

  it("stay within float64, or say that they cannot", () => {
    const fit = generalizedLinearModel({ x: [1e300, 2e300, 3e300] }, [1, 3, 4], { family: "poisson" });
    const unit = generalizedLinearModel({ x: [1, 2, 3] }, [1, 3, 4], { family: "poisson" });
    expect((fit.coefficients[1]?.estimate as number) * 1e300).toBeCloseTo(unit.coefficients[1]?.estimate as number, 12);
    expect(
      failure(() => generalizedLinearModel({ x: [1, 2, 3] }, [1e200, 3e200, -4e200], { family: "gaussian" })),
    ).toMatch(/^not-finite/);
    expect(
      failure(() => generalizedLinearModel({ x: [1e-320, 2e-320, 3e-320] }, [1, 3, 4], { family: "poisson" })),
    ).toMatch(/^not-finite/);
    const far = predictGeneralized(unit, { x: [1e6] })[0];
    expect(far?.response).toEqual({ estimate: null, standardError: null, lower: null, upper: null });
  });
});

describe("what must not change a fit", () => {
  const rows = fc.array(
    fc.record({
      x: fc.integer({ min: -9, max: 9 }),
      z: fc.integer({ min: 0, max: 3 }),
      y: fc.integer({ min: 0, max: 30 }),
    }),
    { minLength: 4, maxLength: 25 },
  );

  it("is anything: every table gives plain numbers or a named error, for every family", () => {
    fc.assert(
      fc.property(
        rows,
        fc.constantFrom<FamilyName>("gaussian", "poisson", "binomial", "gamma", "negativeBinomial"),
        (table, family) => {
          const target = table.map(({ y }) => (family === "binomial" ? y % 2 : y));
          const columns = { x: table.map(({ x }) => x), z: table.map(({ z }) => z) };
          try {
            const fit = generalizedLinearModel(columns, target, { family });
            expectPlain(fit);
            expectPlain(generalizedResiduals(fit, columns, { target }));
            expect(fit.deviance).toBeLessThanOrEqual(fit.nullDeviance * (1 + 1e-9) + 1e-9);
          } catch (error) {
            if (!(error instanceof NeuriteError)) throw error;
            expect(error.code).toMatch(/^bad-/);
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  it("is the unit of a column, nor where its zero is", () => {
    const target = [2, 3, 6, 7, 8, 9];
    const x = [1, 2, 4, 5, 5, 7];
    const plain = generalizedLinearModel({ x }, target, { family: "poisson" });
    const moved = generalizedLinearModel({ x: x.map((value) => 1e6 + value / 8) }, target, { family: "poisson" });
    expect((moved.coefficients[1]?.estimate as number) / 8).toBeCloseTo(plain.coefficients[1]?.estimate as number, 9);
    expect((moved.coefficients[1]?.standardError as number) / 8).toBeCloseTo(
      plain.coefficients[1]?.standardError as number,
      9,
    );
    const [here] = predictGeneralized(plain, { x: [9] });
    const [there] = predictGeneralized(moved, { x: [1e6 + 9 / 8] });
    expect(there?.link.standardError).toBeCloseTo(here?.link.standardError as number, 9);
  });

  it("is whether trials are counted or listed", () => {
    const counted = generalizedLinearModel({ x: [1, 2, 3] }, [1, 1, 3], { family: "binomial", trials: [3, 2, 4] });
    const listed = generalizedLinearModel(
      { x: [1, 1, 1, 2, 2, 3, 3, 3, 3] },
      ["no", "no", "yes", "no", "yes", "no", "yes", "yes", "yes"],
      { family: "binomial" },
    );
    expect(listed.classes).toEqual(["no", "yes"]);
    for (const [j, { estimate, standardError }] of counted.coefficients.entries()) {
      expect(listed.coefficients[j]?.estimate).toBeCloseTo(estimate, 12);
      expect(listed.coefficients[j]?.standardError).toBeCloseTo(standardError as number, 12);
    }
    const turned = generalizedLinearModel({ x: [1, 2, 3, 4] }, ["a", "b", "a", "b"], {
      family: "binomial",
      classes: ["b", "a"],
    });
    const plain = generalizedLinearModel({ x: [1, 2, 3, 4] }, ["a", "b", "a", "b"], { family: "binomial" });
    expect(estimates(turned).map((b) => -b)).toEqual(estimates(plain).map((b) => expect.closeTo(b, 12)));
  });

  it("is the way to a straight line: the gaussian family is least squares", () => {
    const columns = { x: [1, 2, 3, 4, 5], z: [2, 1, 4, 3, 9] };
    const target = [1, 3, 2, 5, 4];
    const weights = [1, 2, 0.5, 1, 3];
    const fit = generalizedLinearModel(columns, target, { family: "gaussian", weights });
    const line = leastSquares(columns, target, { weights });
    for (const [j, { estimate, standardError }] of line.coefficients.entries()) {
      expect(fit.coefficients[j + 1]?.estimate).toBeCloseTo(estimate, 13);
      expect(fit.coefficients[j + 1]?.standardError).toBeCloseTo(standardError as number, 13);
    }
    expect(fit.logLikelihood).toBeCloseTo(line.logLikelihood as number, 12);
    expect(fit.aic).toBeCloseTo(line.aic as number, 12);
    expect(fit.bic).toBeCloseTo(line.bic as number, 12);
  });

  it("is the way of an offset: by the formula, by the option, or half by each", () => {
    const table = {
      y: [2, 5, 9, 3, 7, 16],
      size: [1, 2, 3, 1, 2, 3],
      half: [0.5, 0.25, 1, 2, 0.5, 0.75],
      group: ["a", "a", "a", "b", "b", "b"],
    };
    const whole = table.half.map((value) => 2 * value);
    const both = generalizedFormula("y ~ group + offset(half)", table, { family: "poisson", offset: table.half });
    const one = generalizedFormula("y ~ group", table, { family: "poisson", offset: whole });
    expect(both.coefficients).toEqual(one.coefficients);
    expect(predictGeneralized(both, table, { offset: table.half })).toEqual(
      predictGeneralized(one, table, { offset: whole }),
    );
    expect(generalizedResiduals(both, table, { offset: table.half })).toEqual(
      generalizedResiduals(one, table, { offset: whole }),
    );
  });
});
