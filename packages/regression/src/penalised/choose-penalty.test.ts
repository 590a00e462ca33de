import { describe, expect, it } from "vitest";
import { columns, folds as expected, target } from "../../test-data/penalties.json" with { type: "json" };
import { choosePenalty } from "./choose-penalty";
import { elasticNetRegression } from "./elastic-net-regression";

const rowFolds = target.map((_, row) => row % 5);

describe("the choice of a penalty", () => {
  it("has the errors of scikit-learn's fits to the same folds", () => {
    const penalties = expected.map(({ penalty }) => penalty);
    const { points, folds } = choosePenalty(columns, target, { l1Ratio: 0.5, penalties, folds: rowFolds });
    expect(folds).toBe(5);
    for (const { penalty, meanSquaredError, standardError } of expected) {
      const point = points.find((other) => other.penalty === penalty);
      expect(Math.abs((point?.meanSquaredError ?? 0) / meanSquaredError - 1)).toBeLessThan(1e-10);
      expect(Math.abs((point?.standardError ?? 0) / standardError - 1)).toBeLessThan(1e-9);
    }
  });

  it("takes the least error, and the largest penalty within one standard error of it", () => {
    const { points, best, oneStandardError } = choosePenalty(columns, target, { l1Ratio: 1, count: 40 });
    const least = points.reduce((a, b) => (b.meanSquaredError < a.meanSquaredError ? b : a));
    expect(best.penalty).toBe(least.penalty);
    const limit = least.meanSquaredError + least.standardError;
    const plain = points.find(({ meanSquaredError }) => meanSquaredError <= limit);
    expect(oneStandardError.penalty).toBe(plain?.penalty);
    expect(oneStandardError.penalty).toBeGreaterThan(best.penalty);
    expect(oneStandardError.zero.length).toBeGreaterThan(best.zero.length);
    // They are fits to all rows
    const { coefficients } = elasticNetRegression(columns, target, { l1Ratio: 1, penalty: best.penalty });
    for (const [j, { estimate }] of coefficients.entries()) {
      expect(Math.abs(estimate - (best.coefficients[j]?.estimate ?? 0))).toBeLessThanOrEqual(
        1e-11 * Math.abs(estimate),
      );
    }
  });

  it("draws the same folds for the same seed, and others for another", () => {
    const errorsOf = (seed: number) =>
      choosePenalty(columns, target, { l1Ratio: 1, count: 4, folds: 3, seed }).points.map((p) => p.meanSquaredError);
    expect(errorsOf(3)).toEqual(errorsOf(3));
    expect(errorsOf(3)).not.toEqual(errorsOf(4));
  });

  it("leaves rows of weight 0 out of fits, folds and errors, and takes a weight of 2 as a row twice", () => {
    const x = [1, 2, 3, 4, 5, 6, 7];
    const y = [2, 1, 4, 3, 6, 5, 90];
    const options = { l1Ratio: 1, penalties: [0.5, 0.1] };
    const weighted = choosePenalty({ x }, y, {
      ...options,
      weights: [1, 2, 1, 1, 1, 1, 0],
      folds: [0, 0, 0, 1, 1, 1, 9],
    });
    const twice = choosePenalty({ x: [1, 2, 2, 3, 4, 5, 6] }, [2, 1, 1, 4, 3, 6, 5], {
      ...options,
      folds: [0, 0, 0, 0, 1, 1, 1],
    });
    expect(weighted.folds).toBe(2);
    for (const [i, point] of weighted.points.entries()) {
      expect(point.meanSquaredError).toBeCloseTo(twice.points[i]?.meanSquaredError ?? 0, 12);
      expect(point.standardError).toBeCloseTo(twice.points[i]?.standardError ?? 0, 12);
    }
  });

  it("works for ridge and survives JSON", () => {
    const choice = choosePenalty(columns, target, { l1Ratio: 0, count: 5, folds: 3 });
    expect(choice.best.l1Ratio).toBe(0);
    expect(JSON.parse(JSON.stringify(choice))).toEqual(choice);
  });
});
