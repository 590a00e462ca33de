import { describe, expect, it } from "vitest";
import { logisticRegression } from "../classes/logistic-regression";
import { leastSquares } from "./least-squares";

describe("columns that say the same", () => {
  it("drops the later one and names what it is made of", () => {
    const celsius = [1.5, 7.1, 13.3, 20.2, 31.4];
    const fahrenheit = celsius.map((c) => c * 1.8 + 32);
    const fit = leastSquares({ celsius, wind: [3, 1, 4, 1, 5], fahrenheit }, [1, 2, 3, 4, 6]);
    expect(fit.rank).toBe(3);
    expect(fit.coefficients.map(({ name }) => name)).toEqual(["celsius", "wind"]);
    expect(fit.dropped).toEqual([{ name: "fahrenheit", combinationOf: ["celsius"] }]);
    const turned = leastSquares({ fahrenheit, wind: [3, 1, 4, 1, 5], celsius }, [1, 2, 3, 4, 6]);
    expect(turned.dropped).toEqual([{ name: "celsius", combinationOf: ["fahrenheit"] }]);
    expect(turned.rSquared).toBeCloseTo(fit.rSquared ?? 0, 12);
  });

  it("drops it from decimal text too, written exactly or as float64 rounds it", () => {
    const celsius = ["1.5", "7.1", "13.3", "36.6", "37.2"];
    const exact = ["34.7", "44.78", "55.94", "97.88", "98.96"];
    const rounded = celsius.map((c) => String(Number(c) * 1.8 + 32));
    expect(rounded).not.toEqual(exact);
    for (const fahrenheit of [exact, rounded]) {
      const fit = leastSquares({ celsius, fahrenheit }, ["1", "2", "3", "4", "6"]);
      expect(fit.dropped).toEqual([{ name: "fahrenheit", combinationOf: ["celsius"] }]);
    }
  });

  it("drops the last of dummies that add up to the intercept", () => {
    const columns = { a: [1, 1, 0, 0, 0, 0], b: [0, 0, 1, 1, 0, 0], c: [0, 0, 0, 0, 1, 1] };
    const fit = leastSquares(columns, [1, 3, 4, 6, 10, 12]);
    expect(fit.dropped).toEqual([{ name: "c", combinationOf: ["a", "b"] }]);
    // The intercept is c's mean, the others are measured from it: means 2, 5 and 11.
    expect(fit.intercept).toBeCloseTo(11, 13);
    expect(fit.coefficients[0]?.estimate).toBeCloseTo(-9, 13);
    expect(fit.coefficients[1]?.estimate).toBeCloseTo(-6, 13);
    const without = leastSquares(columns, [1, 3, 4, 6, 10, 12], { intercept: false });
    expect(without.dropped).toEqual([]);
    expect(without.coefficients[2]?.estimate).toBeCloseTo(11, 13);
  });

  it("drops a constant column beside an intercept, also far from zero, and keeps it without", () => {
    const columns = { x: [1, 2, 3], k: [1e9 + 0.1, 1e9 + 0.1, 1e9 + 0.1], zero: [0, 0, 0] };
    const fit = leastSquares(columns, [2, 4, 7]);
    expect(fit.dropped).toEqual([
      { name: "k", combinationOf: [] },
      { name: "zero", combinationOf: [] },
    ]);
    const without = leastSquares(columns, [2, 4, 7], { intercept: false });
    expect(without.coefficients.map(({ name }) => name)).toEqual(["x", "k"]);
  });

  it("keeps columns that are only nearly collinear", () => {
    const x = [1, 2, 3, 4, 5, 6];
    const near = x.map((value, i) => value + (i % 2 === 0 ? 1e-9 : -1e-9));
    expect(leastSquares({ x, near }, [1, 2, 2, 4, 4, 6]).rank).toBe(3);
  });

  it("drops what more columns than rows cannot determine", () => {
    const fit = leastSquares({ a: [1, 2, 4], b: [1, 3, 2], c: [5, 1, 1], d: [0, 1, 7] }, [1, 2, 5]);
    expect(fit.rank).toBe(3);
    expect(fit.dropped.map(({ name }) => name)).toEqual(["c", "d"]);
    expect(fit.degreesOfFreedom).toBe(0);
    expect(fit.residualStandardDeviation).toBeNull();
    expect(fit.rSquared).toBeCloseTo(1, 12);
  });

  it("finds a dependence in thousands of rows beside many other columns", () => {
    const rows = 3000;
    const wave = (k: number) => Float64Array.from({ length: rows }, (_, i) => ((i * (2 * k + 7)) % (101 + 2 * k)) / 10);
    const columns = new Map(Array.from({ length: 20 }, (_, k) => [`x${k}`, wave(k)] as const));
    const fifth = wave(5);
    const sum = wave(3).map((value, i) => value * 0.3 - 1.7 * (fifth[i] as number) + 1e4);
    const fit = leastSquares([...columns, ["sum", sum]], wave(30));
    expect(fit.dropped).toEqual([{ name: "sum", combinationOf: ["x3", "x5"] }]);
    expect(fit.rank).toBe(21);
  }, 20_000);

  it("drops one of three hundred dummies, most of which a block of rows does not hold", () => {
    const dummies = Array.from(
      { length: 300 },
      (_, level) =>
        [`c${level}`, Float64Array.from({ length: 900 }, (_, row) => ((row * 7) % 300 === level ? 1 : 0))] as const,
    );
    const target = Float64Array.from({ length: 900 }, (_, row) => ((row * 7) % 300) + (row % 3));
    const fit = leastSquares(dummies, target);
    expect(fit.dropped.map(({ name }) => name)).toEqual(["c299"]);
    // Rows r, r + 300 and r + 600 share a level and have the same r % 3: each dummy's mean is told exactly.
    expect(fit.rSquared).toBeCloseTo(1, 12);
  });

  it("is told by logistic regression as well", () => {
    const fit = logisticRegression({ x: [1, 2, 3, 4], twice: [2, 4, 6, 8], k: [3, 3, 3, 3] }, [0, 1, 0, 1]);
    expect(fit.rank).toBe(2);
    expect(fit.dropped).toEqual([
      { name: "twice", combinationOf: ["x"] },
      { name: "k", combinationOf: [] },
    ]);
  });
});
