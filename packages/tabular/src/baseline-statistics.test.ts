import { generalizedLinearModel, regress } from "@neurite/regression";
import { seedKey } from "@neurite/tensor";
import { describe, expect, it } from "vitest";
import { fitBaseline } from "./baseline";
import { baselineStatistics } from "./baseline-statistics";
import { fitLikelihood } from "./class-likelihood";
import { prepareTable } from "./prepare-table";
import { tableFromColumns } from "./table";

// R's tables `cars` (Ezekiel 1930) and `mtcars` (Henderson and Velleman 1981), and what R prints for lm(dist ~ speed, cars) and
// glm(am ~ wt, binomial, mtcars)
const cars = {
  speed: [
    4, 4, 7, 7, 8, 9, 10, 10, 10, 11, 11, 12, 12, 12, 12, 13, 13, 13, 13, 14, 14, 14, 14, 15, 15, 15, 16, 16, 17, 17,
    17, 18, 18, 18, 18, 19, 19, 19, 20, 20, 20, 20, 20, 22, 23, 24, 24, 24, 24, 25,
  ],
  dist: [
    2, 10, 4, 22, 16, 10, 18, 26, 34, 17, 28, 14, 20, 24, 28, 26, 34, 34, 46, 26, 36, 60, 80, 20, 26, 54, 32, 40, 32,
    40, 50, 42, 56, 76, 84, 36, 46, 68, 32, 48, 52, 56, 64, 66, 54, 70, 92, 93, 120, 85,
  ],
};
const wt = [
  2.62, 2.875, 2.32, 3.215, 3.44, 3.46, 3.57, 3.19, 3.15, 3.44, 3.44, 4.07, 3.73, 3.78, 5.25, 5.424, 5.345, 2.2, 1.615,
  1.835, 2.465, 3.52, 3.435, 3.84, 3.845, 1.935, 2.14, 1.513, 3.17, 2.77, 3.57, 2.78,
];
const am = [1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1];

/** Of the line through all rows of a table. */
function statisticsOf(columns: Readonly<Record<string, readonly unknown[]>>, target: string) {
  const table = tableFromColumns(columns as Record<string, number[]>);
  const prepared = prepareTable(table, { target, key: seedKey(1), validation: 0, test: 0 });
  const baseline = fitBaseline(prepared.encoder, prepared.inputs, prepared.target, prepared.split.train);
  return baselineStatistics(baseline, prepared.encoder);
}

describe("the statistics of a line of numbers", () => {
  it("are those that R prints", () => {
    const found = statisticsOf(cars, "dist");
    if (found.kind !== "linear") throw new Error("expected a line");
    const [intercept, speed] = found.coefficients;
    expect(intercept).toMatchObject({ name: "Intercept" });
    expect(intercept?.estimate).toBeCloseTo(-17.5791, 4);
    expect(intercept?.standardError).toBeCloseTo(6.7584, 4);
    expect(intercept?.statistic).toBeCloseTo(-2.601, 3);
    expect(intercept?.pValue).toBeCloseTo(0.0123, 4);
    expect(speed?.estimate).toBeCloseTo(3.9324, 4);
    expect(speed?.standardError).toBeCloseTo(0.4155, 4);
    expect(speed?.statistic).toBeCloseTo(9.464, 3);
    expect((speed?.pValue ?? 1) * 1e12).toBeCloseTo(1.49, 2);
    // confint: 3.096964 to 4.767853
    expect([speed?.lower, speed?.upper].map((end) => end?.toFixed(6))).toEqual(["3.096964", "4.767853"]);
    expect(found.residualStandardDeviation).toBeCloseTo(15.38, 2);
    expect([found.rSquared, found.adjustedRSquared].map((value) => value?.toFixed(4))).toEqual(["0.6511", "0.6438"]);
    expect(found.fStatistic).toBeCloseTo(89.57, 2);
    expect([found.modelDegreesOfFreedom, found.degreesOfFreedom]).toEqual([1, 48]);
    expect(found.fPValue).toBeCloseTo(speed?.pValue ?? 1, 24);
  });

  it("are those of its formula, level by level", () => {
    const numbers = {
      y: [3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8],
      x: [2, 7, 1, 8, 2, 8, 1, 8, 2, 8, 4, 5],
      day: ["Sun", "Fri", "Sat", "Fri", "Sun", "Sat", "Fri", "Sun", "Sat", "Fri", "Sun", "Sat"],
    };
    const weekend = numbers.day.map((day) => day !== "Fri");
    const found = statisticsOf({ ...numbers, weekend }, "y");
    if (found.kind !== "linear") throw new Error("expected a line");
    expect(found.formula).toBe("y ~ x + day + weekend");
    expect(found.coefficients.map(({ name }) => name)).toEqual(["Intercept", "x", "day=Sat", "day=Sun"]);
    expect(found.dropped).toEqual([{ name: "weekend", combinationOf: ["day=Sat", "day=Sun"] }]);
    const same = regress("y ~ x + day", numbers);
    for (const [at, { name: _, ...told }] of same.coefficients.entries()) {
      for (const [of, value] of Object.entries(told)) {
        expect(found.coefficients[at]?.[of as "estimate"], `${of} ${at}`).toBeCloseTo(value ?? Number.NaN, 12);
      }
    }
    for (const of of ["fPValue", "aic", "bic", "logLikelihood", "adjustedRSquared"] as const) {
      expect(found[of], of).toBeCloseTo(same[of] ?? Number.NaN, 11);
    }
  });

  it("say nothing of tests where no row is left to tell them, and of a perfect fit no more than there is", () => {
    const two = statisticsOf({ x: [1, 2, 4], z: [1, 5, 2], y: [1, 2, 9] }, "y");
    expect(two).toMatchObject({
      kind: "linear",
      degreesOfFreedom: 0,
      perfectFit: true,
      fStatistic: null,
      fPValue: null,
    });
    if (two.kind !== "linear") throw new Error("expected a line");
    expect(two.coefficients.map(({ pValue, lower }) => [pValue, lower])).toEqual([
      [null, null],
      [null, null],
      [null, null],
    ]);
    const none = statisticsOf({ x: [1, 1, 1, 1], y: [7, 8, 9, 6] }, "y");
    expect(none).toMatchObject({ kind: "linear", dropped: [], modelDegreesOfFreedom: 0, formula: "y ~ 1" });
    const flat = statisticsOf({ x: [1, 2, 3, 4], y: [7, 7, 7, 7] }, "y");
    expect(flat).toMatchObject({ kind: "linear", perfectFit: true, rSquared: null, fPValue: null });
  });

  it("are in deviations of a target whose squares float64 does not hold, and then no formula's", () => {
    const found = statisticsOf({ x: [1, 2, 3, 4], y: [1e307, 3e307, 2e307, 5e307] }, "y");
    expect(found).toMatchObject({ kind: "linear", standardised: true, formula: null });
    // y = x + noise in units of 1e307: 1, 3, 2, 5 on 1 to 4 has slope 1.1 and R² 1.1² · 5 / 8.75
    expect(found.kind === "linear" && found.rSquared).toBeCloseTo(0.6914285714, 9);
  });
});

describe("the statistics of a line of classes", () => {
  it("are those that R prints, by maximum likelihood", () => {
    const found = statisticsOf({ wt, am }, "am");
    if (found.kind !== "logistic") throw new Error("expected two classes");
    const [intercept, weight] = found.coefficients;
    expect(intercept?.estimate).toBeCloseTo(12.04, 3);
    expect(intercept?.standardError).toBeCloseTo(4.51, 3);
    expect(intercept?.oddsRatio).toBeNull();
    expect(weight?.estimate).toBeCloseTo(-4.024, 3);
    // R, whose iteration ends earlier, prints 1.436; an iteration to the end in numpy gives 1.43653
    expect(weight?.standardError).toBeCloseTo(1.43653, 5);
    expect(weight?.statistic).toBeCloseTo(-2.801, 3);
    expect(weight?.pValue).toBeCloseTo(0.00509, 5);
    expect(weight?.oddsRatio).toBeCloseTo(0.01788, 5); // e^-4.024
    expect([found.nullDeviance, found.deviance, found.aic].map((value) => value.toFixed(3))).toEqual([
      "43.230",
      "19.176",
      "23.176",
    ]);
    expect([found.rows, found.degreesOfFreedom, found.modelDegreesOfFreedom]).toEqual([32, 30, 1]);
    expect(found).toMatchObject({ classes: ["0", "1"], formula: "am ~ wt" });
    // 24.054 of a chi-squared with one degree of freedom is 4.9045 of a normal distribution
    expect((found.chiSquaredPValue ?? 1) * 1e7).toBeCloseTo(9.37, 2);
    const other = generalizedLinearModel({ wt }, am, { family: "binomial" });
    expect(weight?.upper).toBeCloseTo(other.coefficients[1]?.upper ?? 0, 7);
    expect(found.bic).toBeCloseTo(other.bic ?? 0, 9);
  });

  it("compare each of three classes with the first", () => {
    const size = [1, 2, 3, 4, 5, 6, 7, 8, 9];
    const shirt = ["a S", "a S", "b M", "a S", "b M", "c L", "b M", "c L", "c L"];
    const found = statisticsOf({ size, shirt }, "shirt");
    if (found.kind !== "softmax") throw new Error("expected three classes");
    // the numbers of `multinomialRegression`'s example
    const told = found.equations.map(({ class: of, coefficients }) => [
      of,
      ...coefficients.map(({ estimate, standardError }) => `${estimate.toFixed(3)} ± ${standardError?.toFixed(3)}`),
    ]);
    expect(told).toEqual([
      ["b M", "-4.151 ± 3.337", "1.168 ± 0.902"],
      ["c L", "-11.680 ± 6.921", "2.336 ± 1.302"],
    ]);
    expect(found).toMatchObject({ degreesOfFreedom: 5, modelDegreesOfFreedom: 2, formula: null });
  });

  it.each([
    ["separated", "classes are told without a mistake", { x: [1, 2, 3, 4], y: ["a", "a", "b", "b"] }, []],
    [
      "separated",
      "the rows of a level are all of one class",
      { side: ["u", "u", "u", "v", "v", "w"], x: [1, 2, 3, 1, 2, 3], y: ["a", "b", "a", "a", "b", "b"] },
      ["side=w"],
    ],
    ["certain", "there is one class", { x: [1, 2, 3, 4], y: ["a", "a", "a", "a"] }, []],
  ])("are unknown (%s) where %s", (reason, _, table, columns) => {
    expect(statisticsOf(table, "y")).toEqual({ kind: "unknown", target: "y", reason, columns });
  });

  it("are left out where they would take too long", () => {
    // 1,000 rows, and (1 + 600) · 2 coefficients squared: 1.4e9
    const names = Array.from({ length: 600 }, (_, i) => `x${i}`);
    const columns = names.map(
      (name, i) => [name, Float64Array.from({ length: 1000 }, (_, j) => (j * (i + 7)) % 13)] as const,
    );
    const labels = Array.from({ length: 1000 }, (_, j) => ["a", "b", "c"][(j * 7) % 3] as string);
    const about = { classes: ["a", "b", "c"], rank: 601, separated: false };
    expect(fitLikelihood(columns, labels, about)).toEqual({ none: "tooLarge", columns: [] });
  });
});
