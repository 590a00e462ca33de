import { describe, expect, it } from "vitest";
import { logisticRegression } from "./logistic-regression";
import { predictClasses, predictProbabilities } from "./predict-probabilities";
import { softmaxRegression } from "./softmax-regression";

// Hours of study and passing an exam: the example of Wikipedia's article "Logistic regression", which gives -4.1 and 1.5.
// The 17 digits were worked out by Newton's method in arithmetic of 40 digits.
const hours = [0.5, 0.75, 1, 1.25, 1.5, 1.75, 1.75, 2, 2.25, 2.5, 2.75, 3, 3.25, 3.5, 4, 4.25, 4.5, 4.75, 5, 5.5];
const pass = [0, 0, 0, 0, 0, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 1, 1, 1, 1, 1];

describe("logisticRegression", () => {
  it("gives the maximum likelihood without a ridge", () => {
    const fit = logisticRegression({ hours }, pass, { ridge: 0 });
    expect(fit.converged).toBe(true);
    expect(fit.separated).toBe(false);
    expect(fit.classes).toEqual([0, 1]);
    expect(fit.intercept).toBeCloseTo(-4.07771343108763, 12);
    expect(fit.coefficients[0]?.estimate).toBeCloseTo(1.5046454283733335, 12);
  });

  it("is moved by the default ridge in its fifth digit or later", () => {
    const fit = logisticRegression({ hours }, pass);
    const estimate = fit.coefficients[0]?.estimate ?? 0;
    expect(fit.ridge).toBe(1e-6);
    expect(estimate).not.toBe(1.5046454283733335);
    expect(Math.abs(estimate / 1.5046454283733335 - 1)).toBeLessThan(5e-5);
  });

  it("gives the log odds of two groups", () => {
    // 1 of 4 where x = 0, 3 of 4 where x = 1: log(1/3), and log(3) - log(1/3) = log(9).
    const fit = logisticRegression({ x: [0, 0, 0, 0, 1, 1, 1, 1] }, [1, 0, 0, 0, 1, 1, 1, 0], { ridge: 0 });
    expect(fit.intercept).toBeCloseTo(-1.0986122886681098, 13);
    expect(fit.coefficients[0]?.estimate).toBeCloseTo(2.1972245773362196, 13);
    const { values, rows, classes } = predictProbabilities(fit, { x: [0, 1] });
    expect(rows).toBe(2);
    expect(classes).toEqual([0, 1]);
    for (const [i, p] of [0.75, 0.25, 0.25, 0.75].entries()) expect(values[i]).toBeCloseTo(p, 13);
  });

  it("takes labels of any kind, in the order asked for", () => {
    const labels = pass.map((value) => (value === 1 ? "pass" : "fail"));
    const sorted = logisticRegression({ hours }, labels, { ridge: 0 });
    const turned = logisticRegression({ hours }, labels, { ridge: 0, classes: ["pass", "fail"] });
    expect(sorted.classes).toEqual(["fail", "pass"]);
    expect(turned.classes).toEqual(["pass", "fail"]);
    expect(turned.coefficients[0]?.estimate).toBeCloseTo(-1.5046454283733335, 12);
    expect(predictClasses(turned, { hours: [1, 5] })).toEqual(["fail", "pass"]);
    const booleans = pass.map((value) => value === 1);
    expect(logisticRegression({ hours }, booleans).classes).toEqual([false, true]);
  });

  it("counts a row of weight 3 as three rows", () => {
    const fit = logisticRegression({ x: [0, 0, 1, 1] }, [1, 0, 1, 0], { ridge: 0, weights: [1, 3, 3, 1] });
    expect(fit.coefficients[0]?.estimate).toBeCloseTo(2.1972245773362196, 13);
  });

  it("penalises alike whatever the unit of a column", () => {
    const small = logisticRegression({ hours }, pass, { ridge: 0.1 });
    const minutes = hours.map((value) => value * 60);
    const large = logisticRegression({ minutes }, pass, { ridge: 0.1 });
    expect((large.coefficients[0]?.estimate ?? 0) * 60).toBeCloseTo(small.coefficients[0]?.estimate ?? 0, 12);
    expect(large.intercept).toBeCloseTo(small.intercept ?? 0, 12);
  });
});

// Twelve rows, three classes; the coefficients by Newton's method in arithmetic of 40 digits.
const columns = { a: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 2, 7], b: [2, 1, 5, 3, 6, 2, 8, 4, 7, 9, 6, 3] };
const labels = [0, 1, 0, 2, 1, 2, 1, 2, 0, 2, 1, 0];

function expectAll(received: readonly number[] | null | undefined, expected: readonly number[]) {
  expect(received).toHaveLength(expected.length);
  for (const [k, value] of expected.entries()) expect(received?.[k]).toBeCloseTo(value, 12);
}

describe("softmaxRegression", () => {
  it("gives the maximum likelihood without a ridge", () => {
    const fit = softmaxRegression(columns, labels, { ridge: 0 });
    expect(fit.converged).toBe(true);
    expectAll(fit.intercepts, [0.724550352506586, 0.2646749885826673, -0.9892253410892533]);
    expectAll(fit.coefficients[0]?.estimates, [-0.0181737917330096, -0.489050783714706, 0.5072245754477156]);
    expectAll(fit.coefficients[1]?.estimates, [-0.06621976170602974, 0.4722768558702734, -0.40605709416424363]);
  });

  it("pulls coefficients to 0 by the documented ridge, whatever the order of classes", () => {
    const fit = softmaxRegression(columns, labels, { ridge: 0.01 });
    expectAll(fit.intercepts, [0.6274600084068993, 0.2566240641087847, -0.884084072515684]);
    expectAll(fit.coefficients[0]?.estimates, [-0.02070096573124558, -0.405898582117026, 0.4265995478482715]);
    const turned = softmaxRegression(columns, labels, { ridge: 0.01, classes: [2, 1, 0] });
    expectAll(turned.coefficients[0]?.estimates, [0.4265995478482715, -0.405898582117026, -0.02070096573124558]);
  });

  it("says of two classes what logistic regression says", () => {
    const soft = softmaxRegression({ hours }, pass, { ridge: 0 });
    expectAll(soft.coefficients[0]?.estimates, [-0.7523227141866667, 0.7523227141866667]);
    // The penalty of two coefficients ±b/2 is half that of one coefficient b.
    const single = logisticRegression({ hours }, pass, { ridge: 0.01 });
    const pair = softmaxRegression({ hours }, pass, { ridge: 0.02 });
    expect(pair.coefficients[0]?.estimates[1]).toBeCloseTo((single.coefficients[0]?.estimate ?? 0) / 2, 12);
  });

  it("gives probabilities that add up to 1, also far out", () => {
    const fit = softmaxRegression(columns, labels);
    const { values } = predictProbabilities(fit, { a: [0, 1e6], b: [0, -1e6] });
    expect((values[0] ?? 0) + (values[1] ?? 0) + (values[2] ?? 0)).toBeCloseTo(1, 14);
    expect([...values.slice(3)]).toEqual([0, 0, 1]);
  });

  it("converges to the same where the Hessian is too large to be written down", () => {
    // 41 classes of 11 coefficients: 440 unknowns. Each class k stands 10 times at x = k, as dummies of its tens and units.
    const codes = Array.from({ length: 820 }, (_, row) => row % 41);
    const dummies = Array.from(
      { length: 10 },
      (_, d) => [`d${d}`, codes.map((code, row) => (code * (d + 3) + Math.floor(row / 41) * d) % 17)] as const,
    );
    const fit = softmaxRegression(dummies, codes, { ridge: 1e-3 });
    expect(fit.converged).toBe(true);
    expect(fit.rank).toBe(11);
    // At the minimum with free intercepts, each class's mean probability is its share, 1/41.
    const { values } = predictProbabilities(fit, dummies);
    for (let k = 0; k < 41; k++) {
      let sum = 0;
      for (let row = 0; row < 820; row++) sum += values[row * 41 + k] ?? 0;
      expect(sum / 820).toBeCloseTo(1 / 41, 10);
    }
  }, 60_000);

  it("is JSON and predicts the same after a round trip", () => {
    const fit = softmaxRegression(columns, labels);
    expect(predictProbabilities(JSON.parse(JSON.stringify(fit)), columns)).toEqual(predictProbabilities(fit, columns));
  });
});
