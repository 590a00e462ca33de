// Ends of supports, numbers beyond float64, and what is refused.
import { NeuriteError } from "@neurite/tensor";
import { describe, expect, it } from "vitest";
import {
  betaDistribution,
  binomialDistribution,
  chiSquaredDistribution,
  fDistribution,
  gammaDistribution,
  normalDistribution,
  studentTDistribution,
} from "../index";

const infinite = Number.POSITIVE_INFINITY;

describe("a tail below the least float64", () => {
  // mpmath, 60 digits
  it.each([
    ["normal", normalDistribution().logLower(-100), -5005.524208694205],
    ["gamma", gammaDistribution({ shape: 3 }).logUpper(5000), -4983.658360797738],
    ["Student's t", studentTDistribution({ degreesOfFreedom: 30 }).logUpper(1e40), -2714.712019884132],
    ["beta, next to 0", betaDistribution({ alpha: 200, beta: 3 }).logLower(1e-9), -4134.734741966372],
    ["beta", betaDistribution({ alpha: 5000, beta: 4 }).logLower(0.3), -5997.172769533935],
    ["binomial", binomialDistribution({ trials: 10000, probability: 0.5 }).logLower(100), -6374.663643634336],
  ])("has a logarithm: %s", (_, value, expected) => {
    expect(Math.abs(value / expected - 1)).toBeLessThanOrEqual(4e-16);
  });

  it("is 0 itself", () => {
    expect(normalDistribution().lower(-100)).toBe(0);
    expect(normalDistribution().upper(-100)).toBe(1);
  });
});

describe("a density", () => {
  it("is what the formula gives at the ends of a support, and infinite only there", () => {
    const gammas = [0.5, 1, 2].map((shape) => gammaDistribution({ shape, scale: 4 }).density(0));
    expect(gammas).toEqual([infinite, 0.25, 0]);
    const chis = [1, 2, 3].map((degreesOfFreedom) => chiSquaredDistribution({ degreesOfFreedom }).density(0));
    expect(chis).toEqual([infinite, 0.5, 0]);
    const fs = [1, 2, 3].map((numerator) => fDistribution({ degreesOfFreedom: [numerator, 5] }).density(0));
    expect(fs).toEqual([infinite, 1, 0]);
    const betas = [0.5, 1, 2].map((alpha) => betaDistribution({ alpha, beta: 3 }).density(0));
    expect(betas).toEqual([infinite, 3, 0]);
    expect(betaDistribution({ alpha: 7, beta: 1 }).density(1)).toBe(7);
  });

  it("is 0 outside of the support, with -Infinity as its logarithm", () => {
    expect(betaDistribution({ alpha: 2, beta: 2 }).density(1.5)).toBe(0);
    expect(gammaDistribution({ shape: 2 }).logDensity(-1)).toBe(-infinite);
    expect(normalDistribution().density(infinite)).toBe(0);
  });

  it("beyond float64 is an error, its logarithm is not", () => {
    const steep = gammaDistribution({ shape: 1e-3 });
    // log(1e-3) + (1e-3 - 1) log x, as Γ(1e-3) is nearly 1000
    expect(steep.logDensity(5e-324)).toBeCloseTo(736.788, 2);
    expect(() => steep.density(5e-324)).toThrow(
      "gammaDistribution: the density at 5e-324 is too large for float64 (above 1.8e308). Take logDensity instead.",
    );
  });

  it("of a discrete distribution is 0 between whole numbers", () => {
    const coin = binomialDistribution({ trials: 2, probability: 0.5 });
    expect([-1, 0, 0.5, 1, 2, 3].map(coin.density)).toEqual([0, 0.25, 0, 0.5, 0.25, 0]);
    for (const [k, due] of [
      [-0.5, 0],
      [0, 0.25],
      [0.5, 0.25],
      [1, 0.75],
      [1.99, 0.75],
      [2, 1],
      [3, 1],
    ] as const) {
      expect(coin.lower(k)).toBeCloseTo(due, 14);
      expect(coin.upper(k)).toBeCloseTo(1 - due, 14);
    }
  });
});

describe("a tail", () => {
  it("is 0 and 1 at and beyond the ends", () => {
    const f = fDistribution({ degreesOfFreedom: [3, 4] });
    expect([f.lower(-1), f.lower(0), f.lower(infinite), f.upper(infinite)]).toEqual([0, 0, 1, 0]);
    const t = studentTDistribution({ degreesOfFreedom: 3 });
    expect([t.lower(-infinite), t.lower(0), t.upper(0), t.upper(infinite)]).toEqual([0, 0.5, 0.5, 0]);
    expect(t.logLower(-infinite)).toBe(-infinite);
  });

  it("stays a number for the largest and the smallest arguments", () => {
    for (const x of [5e-324, 1e-310, 1e308, 1.7e308]) {
      expect(chiSquaredDistribution({ degreesOfFreedom: 1e-3 }).lower(x)).toBeGreaterThan(0.4);
      expect(fDistribution({ degreesOfFreedom: [1e15, 1e-10] }).upper(x)).toBeGreaterThan(0.999);
      expect(studentTDistribution({ degreesOfFreedom: 1e-3 }).upper(x)).toBeGreaterThan(0.2);
      expect(normalDistribution({ mean: -1.7e308, standardDeviation: 1e308 }).upper(x)).toBeGreaterThan(1e-4);
    }
  });

  it("of a certain outcome has one step", () => {
    const never = binomialDistribution({ trials: 5, probability: 0 });
    const always = binomialDistribution({ trials: 5, probability: 1 });
    expect([never.density(0), never.lower(0), never.quantile(0.9), never.quantile(1)]).toEqual([1, 1, 0, 0]);
    expect([always.density(5), always.lower(4), always.lower(5), always.quantile(0.1)]).toEqual([1, 0, 1, 5]);
    expect(binomialDistribution({ trials: 0, probability: 0.3 }).quantile(0.5)).toBe(0);
  });
});

describe("a quantile", () => {
  it("of 0 and 1 is the end of the support", () => {
    expect(normalDistribution().quantile(0)).toBe(-infinite);
    expect(normalDistribution().upperQuantile(0)).toBe(infinite);
    expect(betaDistribution({ alpha: 2, beta: 3 }).quantile(1)).toBe(1);
    expect(gammaDistribution({ shape: 2 }).upperQuantile(1)).toBe(0);
    expect(binomialDistribution({ trials: 9, probability: 0.5 }).quantile(1)).toBe(9);
  });

  it("of one half is the center of what is symmetric, exactly", () => {
    expect(normalDistribution({ mean: 7, standardDeviation: 3 }).quantile(0.5)).toBe(7);
    expect(Object.is(studentTDistribution({ degreesOfFreedom: 3 }).upperQuantile(0.5), 0)).toBe(true);
  });

  it("next to the center keeps its digits", () => {
    // √2π · 2^-50, the cube of which counts no more
    expect(normalDistribution().quantile(0.5 + 2 ** -50) / (2.5066282746310002 * 2 ** -50)).toBeCloseTo(1, 14);
  });

  it("below the least float64 is 0, beyond the largest an error", () => {
    expect(gammaDistribution({ shape: 1e-3 }).quantile(1e-3)).toBe(0);
    expect(() => studentTDistribution({ degreesOfFreedom: 0.01 }).quantile(0.999999)).toThrow(
      "studentTDistribution: the quantile of 0.999999 is too large for float64 (above 1.8e308). Ask for a probability further from 0 and 1, or for larger parameters.",
    );
  });
});

describe("a distribution refuses", () => {
  it.each<[string, () => unknown]>([
    [
      'studentTDistribution: "degreesOfFreedom" should be a number from 1e-10 to 1e15, got 0. Far above, take normalDistribution.',
      () => studentTDistribution({ degreesOfFreedom: 0 }),
    ],
    ['fDistribution: "degreesOfFreedom[1]" should be', () => fDistribution({ degreesOfFreedom: [1, Number.NaN] })],
    [
      'fDistribution: "degreesOfFreedom" should be a list of two numbers, got 3.',
      () => fDistribution({ degreesOfFreedom: 3 as unknown as [number, number] }),
    ],
    ['betaDistribution: "alpha" should be', () => betaDistribution({ alpha: -1, beta: 1 })],
    ['betaDistribution: "beta" should be', () => betaDistribution({ alpha: 1, beta: infinite })],
    ['gammaDistribution: "shape" should be', () => gammaDistribution({ shape: "2" as unknown as number })],
    [
      'gammaDistribution: "scale" should be a finite number above 0, got 0.',
      () => gammaDistribution({ shape: 2, scale: 0 }),
    ],
    ['chiSquaredDistribution: "degreesOfFreedom" should be', () => chiSquaredDistribution({ degreesOfFreedom: 1e16 })],
    ['normalDistribution: "mean" should be a finite number, got NaN.', () => normalDistribution({ mean: Number.NaN })],
    ['normalDistribution: "standardDeviation" should be', () => normalDistribution({ standardDeviation: -1 })],
    [
      'binomialDistribution: "trials" should be a whole number',
      () => binomialDistribution({ trials: 1.5, probability: 0.5 }),
    ],
    ['binomialDistribution: "probability" should be', () => binomialDistribution({ trials: 1, probability: 50 })],
    ["normalDistribution: x should be a number, got NaN.", () => normalDistribution().density(Number.NaN)],
    ["normalDistribution: x should be a number, got NaN.", () => normalDistribution().logUpper(Number.NaN)],
    ["a probability should be a number from 0 to 1, got 1.5.", () => normalDistribution().quantile(1.5)],
    [
      "a probability should be a number from 0 to 1, got 0.5.",
      () => normalDistribution().quantile("0.5" as unknown as number),
    ],
    ["a probability should be a number from 0 to 1, got NaN.", () => normalDistribution().upperQuantile(Number.NaN)],
  ])("with bad-argument: %s", (message, call) => {
    expect(call).toThrow(message);
    try {
      call();
    } catch (error) {
      expect(error).toBeInstanceOf(NeuriteError);
      expect((error as NeuriteError).code).toBe("bad-argument");
    }
  });
});
