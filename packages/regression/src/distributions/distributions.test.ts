import { NeuriteError } from "@neurite/tensor";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  betaDistribution,
  binomialDistribution,
  chiSquaredDistribution,
  type Distribution,
  fDistribution,
  gammaDistribution,
  normalDistribution,
  studentTDistribution,
} from "../index";

/** From 10^from to 10^to, as many in each decade. */
const decades = (from: number, to: number) => fc.double({ min: from, max: to, noNaN: true }).map((log) => 10 ** log);
const shape = decades(-3, 8);
const probability = fc.oneof(decades(-300, -1), fc.double({ min: 0.1, max: 0.9, noNaN: true }));

const continuous: fc.Arbitrary<Distribution> = fc.oneof(
  fc.constant(normalDistribution()),
  shape.map((degreesOfFreedom) => studentTDistribution({ degreesOfFreedom })),
  shape.map((degreesOfFreedom) => chiSquaredDistribution({ degreesOfFreedom })),
  shape.map((shape) => gammaDistribution({ shape })),
  fc.tuple(shape, shape).map(([alpha, beta]) => betaDistribution({ alpha, beta })),
  fc.tuple(shape, shape).map((degreesOfFreedom) => fDistribution({ degreesOfFreedom })),
);
const discrete = fc
  .tuple(fc.integer({ min: 1, max: 1e8 }), fc.oneof(decades(-8, -1), fc.double({ min: 0.1, max: 1, noNaN: true })))
  .map(([trials, probability]) => binomialDistribution({ trials, probability }));

/** The quantile, or undefined where it is beyond float64. */
function quantileOf(distribution: Distribution, p: number): number | undefined {
  try {
    return distribution.quantile(p);
  } catch (error) {
    if (error instanceof NeuriteError && error.code === "not-finite") return undefined;
    throw error;
  }
}

const runs = { seed: 20240, numRuns: 300 };

describe("every distribution", () => {
  it("has tails that make 1 together", () => {
    fc.assert(
      fc.property(fc.oneof(continuous, discrete), probability, (distribution, p) => {
        const x = quantileOf(distribution, p) ?? 0;
        expect(distribution.lower(x) + distribution.upper(x)).toBeCloseTo(1, 14);
      }),
      runs,
    );
  });

  it("never falls in its lower tail, never rises in its upper tail", () => {
    fc.assert(
      fc.property(fc.oneof(continuous, discrete), probability, probability, (distribution, p, q) => {
        const [x, y] = [quantileOf(distribution, Math.min(p, q)), quantileOf(distribution, Math.max(p, q))];
        fc.pre(x !== undefined && y !== undefined);
        expect(x).toBeLessThanOrEqual(y as number);
        expect(distribution.lower(x as number)).toBeLessThanOrEqual(distribution.lower(y as number) * (1 + 1e-14));
        expect(distribution.upper(y as number)).toBeLessThanOrEqual(distribution.upper(x as number) * (1 + 1e-14));
      }),
      runs,
    );
  });

  it("has a lower tail of p at its quantile of p, and an upper tail of p at its upper quantile", () => {
    fc.assert(
      fc.property(continuous, probability, (distribution, p) => {
        for (const [quantile, tail] of [
          [distribution.quantile, distribution.lower],
          [distribution.upperQuantile, distribution.upper],
        ] as const) {
          let x = 0;
          try {
            x = quantile(p);
          } catch {
            continue; // beyond float64
          }
          if (Math.abs(x) < 1e-300 || x === 1) continue; // rounded to an end
          // rounding x by half its last bit moves the tail by density · x · 2^-53
          const bound = 1e-12 + (2 ** -52 * distribution.density(x) * Math.abs(x)) / p;
          expect(Math.abs(tail(x) / p - 1)).toBeLessThanOrEqual(bound);
        }
      }),
      runs,
    );
  });

  it("has the least number as the quantile of a discrete one", () => {
    fc.assert(
      fc.property(discrete, probability, (distribution, p) => {
        const k = distribution.quantile(p);
        expect(distribution.lower(k)).toBeGreaterThanOrEqual(p * (1 - 2e-14));
        if (k > 0) expect(distribution.lower(k - 1)).toBeLessThan(p);
        const above = distribution.upperQuantile(p);
        expect(distribution.upper(above)).toBeLessThanOrEqual(p * (1 + 2e-14));
        if (above > 0) expect(distribution.upper(above - 1)).toBeGreaterThan(p);
      }),
      { ...runs, numRuns: 60 },
    );
  });

  it("is mirrored where its parameters are", () => {
    fc.assert(
      fc.property(shape, shape, decades(-6, -0.31), (a, b, x) => {
        const [one, other] = [betaDistribution({ alpha: a, beta: b }), betaDistribution({ alpha: b, beta: a })];
        const y = 1 - x;
        fc.pre(1 - y === x);
        expect(other.upper(y)).toBe(one.lower(x));
        expect(other.density(y)).toBe(one.density(x));
        const t = studentTDistribution({ degreesOfFreedom: a });
        expect(t.lower(-x)).toBe(t.upper(x));
        // a ratio turned round: F of (a, b) above x is F of (b, a) below 1 / x
        const f = fDistribution({ degreesOfFreedom: [a, b] });
        const turned = fDistribution({ degreesOfFreedom: [b, a] });
        const eighth = 2 ** Math.round(Math.log2(x));
        expect(Math.abs(f.logUpper(eighth) - turned.logLower(1 / eighth))).toBeLessThanOrEqual(
          1e-13 * Math.max(1, Math.abs(f.logUpper(eighth))),
        );
      }),
      runs,
    );
  });
});
