import { describe, expect, it } from "vitest";
import { elasticNetRegression } from "./elastic-net-regression";
import { ridgeRegression } from "./ridge-regression";

const x = [3, 1, 4, 1, 5, 9, 2, 6];
const z = [2, 7, 1, 8, 2, 8, 1, 8];
const y = [1, 2, 3, 5, 8, 13, 21, 34];

describe("a penalised fit of columns far from 0", () => {
  it("has the slopes of the same columns near 0, and an intercept that makes up for the distance", () => {
    const far = x.map((value) => value + 2 ** 30);
    for (const l1Ratio of [0, 0.5, 1]) {
      for (const standardize of [true, false]) {
        const options = { penalty: 0.25, l1Ratio, standardize };
        const near = elasticNetRegression({ x, z }, y, options);
        const moved = elasticNetRegression({ x: far, z }, y, options);
        for (const [j, { estimate }] of near.coefficients.entries()) {
          expect(Math.abs((moved.coefficients[j]?.estimate ?? 0) / estimate - 1)).toBeLessThan(1e-12);
        }
        const distance = 2 ** 30 * (near.coefficients[0]?.estimate ?? 0);
        expect(Math.abs((moved.intercept ?? 0) - (near.intercept ?? 0) + distance)).toBeLessThan(
          1e-12 * Math.abs(distance),
        );
      }
    }
  });

  it("is exact in ridge: the numbers of the rational solution", () => {
    // One column of variance 2/3 around 2 and a target of covariance 5/6 with it: slope (5/6) / (2/3 + 1/6) = 1, intercept 11/6 - 2.
    const fit = ridgeRegression({ x: [1, 2, 3] }, [1, 1, 3.5], { penalty: 1 / 6, standardize: false });
    expect(fit.coefficients[0]?.estimate).toBeCloseTo(1, 15);
    expect(fit.intercept).toBeCloseTo(-1 / 6, 15);
    // From decimal text too, where 0.1 is a tenth
    const text = ridgeRegression({ x: ["0.1", "0.2", "0.3"] }, ["0.1", "0.1", "0.35"], {
      penalty: 1 / 600,
      standardize: false,
    });
    expect(text.coefficients[0]?.estimate).toBeCloseTo(1, 15);
  });
});
