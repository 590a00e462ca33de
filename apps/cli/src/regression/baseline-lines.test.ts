import type { BaselineStatistics } from "neurite";
import picocolors from "picocolors";
import { describe, expect, it } from "vitest";
import { baselineLines } from "./baseline-lines";

const options = { regress: "neurite regress bikes.csv", colors: picocolors.createColors(false) };
const textOf = (statistics: BaselineStatistics) => baselineLines(statistics, options).join("\n");

const coefficient = (name: string, statistic: number) => {
  return { name, estimate: statistic / 2, standardError: 0.5, statistic, pValue: 0.04, lower: 0.1, upper: 2.5 };
};
const line: Extract<BaselineStatistics, { kind: "linear" }> = {
  kind: "linear",
  target: "cnt",
  formula: "cnt ~ temp + `day of week`",
  coefficients: [coefficient("Intercept", -1), coefficient("temp", 3), coefficient("day=Sun", -7)],
  level: 0.95,
  dropped: [{ name: "day=Mon", combinationOf: ["day=Sun"] }],
  rank: 3,
  rows: 1200,
  conditionNumber: 2,
  degreesOfFreedom: 1197,
  modelDegreesOfFreedom: 2,
  residualStandardDeviation: 141.234,
  rSquared: 0.41,
  adjustedRSquared: 0.4,
  fStatistic: 99.5,
  fPValue: 0,
  perfectFit: false,
  logLikelihood: -700,
  aic: 1406,
  bic: 1421,
  standardised: false,
};
const logistic: Extract<BaselineStatistics, { kind: "logistic" }> = {
  kind: "logistic",
  target: "sold",
  formula: "sold ~ price",
  classes: ["0", "1"],
  coefficients: [
    { ...coefficient("Intercept", 2), oddsRatio: null },
    { ...coefficient("price", -4), oddsRatio: 0.1353 },
  ],
  level: 0.95,
  dropped: [],
  rank: 2,
  rows: 50,
  degreesOfFreedom: 48,
  modelDegreesOfFreedom: 1,
  logLikelihood: -20,
  nullLogLikelihood: -34,
  deviance: 40,
  nullDeviance: 68,
  pseudoRSquared: 0.4118,
  chiSquared: 28,
  chiSquaredPValue: 1.2e-7,
  aic: 44,
  bic: 47.8,
};

describe("the statistics of a straight line for people", () => {
  it("are a table, how well it fits, what to mind, and the formula", () => {
    expect(textOf(line)).toBe(`The straight line on its 1,200 training rows:

                   coef     std err          t     P>|t|     [0.025     0.975]
------------------------------------------------------------------------------
Intercept       -0.5000       0.500     -1.000     0.040      0.100      2.500
temp             1.5000       0.500      3.000     0.040      0.100      2.500
day=Sun         -3.5000       0.500     -7.000     0.040      0.100      2.500

R² 0.4100 (adjusted 0.4000), F(2, 1197) = 99.50 (p < 1e-300),
residual standard deviation 141.2 in units of cnt, AIC 1406, BIC 1421
Coefficients of a level, as in column=level, are differences to the level that
has none.
"day=Mon" is told by day=Sun, and has no coefficient.

The same line on all rows:
  neurite regress bikes.csv --formula 'cnt ~ temp + \`day of week\`'`);
  });

  it("show the strongest of many, and how many are left", () => {
    const many = Array.from({ length: 20 }, (_, i) => coefficient(`x${i}`, i % 2 === 0 ? i : -i));
    const { lines, left } = shown({ ...line, coefficients: [coefficient("Intercept", 0), ...many] });
    // by size: -19, 18, -17 … and with the intercept thirteen lines
    expect(lines).toEqual(["Intercept", ...Array.from({ length: 12 }, (_, i) => `x${19 - i}`)]);
    expect(left).toBe("8 others under --json; these are the strongest by |t|.");
    expect(shown({ ...line, coefficients: [coefficient("Intercept", 0), ...many.slice(0, 12)] }).left).toBe("");
  });

  it("call none the strongest where none is tested", () => {
    const untested = Array.from({ length: 21 }, (_, i) => ({ ...coefficient(`x${i}`, 1), statistic: null }));
    const { lines, left } = shown({ ...line, coefficients: untested });
    expect([lines[1], lines.at(-1), left]).toEqual(["x1", "x12", "8 others under --json."]);
  });

  it("leave out what is not defined", () => {
    const bare = {
      ...line,
      rSquared: null,
      adjustedRSquared: null,
      fStatistic: null,
      fPValue: null,
      aic: null,
      bic: null,
    };
    const text = textOf({ ...bare, residualStandardDeviation: null, degreesOfFreedom: 0, rank: 3, dropped: [] });
    expect(text).toContain("\n\nCoefficients of a level");
    expect(text).toContain("There are as many coefficients as rows (3)");
    const flat = textOf({ ...logistic, modelDegreesOfFreedom: 0, chiSquaredPValue: null });
    expect(flat).toContain("\n\nlog-likelihood -20.00, AIC 44.00");
  });

  it("name a few columns without a coefficient and count the others", () => {
    const dropped = Array.from({ length: 9 }, (_, i) => ({ name: `z${i}`, combinationOf: [] }));
    const text = textOf({ ...line, dropped });
    expect(text).toContain('"z2" is constant, and has no coefficient.\n6 other columns without a coefficient: --json');
  });

  it("tell what a perfect fit cannot, and when columns nearly tell one another", () => {
    const perfect = { ...line, perfectFit: true, fStatistic: null, fPValue: null, aic: null, bic: null };
    expect(textOf(perfect)).toContain(
      "\nR² 0.4100 (adjusted 0.4000), residual standard deviation 141.2 in units of cnt\nCoefficients",
    );
    expect(textOf(perfect)).toContain("The fit is perfect");
    expect(textOf({ ...line, conditionNumber: 100 })).toContain("scaled columns is large, 100: columns");
    expect(textOf({ ...line, standardised: true, formula: null })).toContain("All of it is of cnt less its mean");
    expect(textOf({ ...line, formula: null })).not.toContain("neurite regress");
  });

  it("are log odds for classes, with odds ratios, and a formula for the binomial family", () => {
    expect(textOf(logistic)).toBe(`The straight line on its 50 training rows:

                     coef   std err        z   P>|z|   [0.025   0.975]    odds
------------------------------------------------------------------------------
Intercept          1.0000     0.500    2.000   0.040    0.100    2.500       –
price             -2.0000     0.500   -4.000   0.040    0.100    2.500   0.135

McFadden's R² 0.4118, chi²(1) = 28.00 (p = 1.20e-07), log-likelihood -20.00,
AIC 44.00, BIC 47.80
Coefficients are log odds of 1 against 0 by maximum likelihood, without the
weak ridge of the line that predicts.

The same line on all rows:
  neurite regress bikes.csv --family binomial --formula 'sold ~ price'`);
  });

  it("name the class of each coefficient where there are several", () => {
    const { coefficients, ...rest } = logistic;
    const equations = ["b", "c"].map((name) => ({ class: name, coefficients }));
    const text = textOf({ ...rest, kind: "softmax", classes: ["a", "b", "c"], formula: null, equations });
    expect(text).toContain("b: Intercept");
    expect(text).toContain("c: price");
    expect(text).toContain("log odds of each class against a");
  });

  it.each([
    ["certain", [], "all of its training rows have one class."],
    ["separated", [], "columns tell a class apart without a mistake, so that"],
    ["separated", ["a", "b", "c", "d", "e"], 'a class is ruled out by "a", "b", "c" and 2 others, so that'],
    ["unsettled", [], "without its ridge coefficients do not settle."],
    ["tooLarge", [], "with so many rows and coefficients they would take too long."],
    ["notKept", [], "this model file was written before there were any."],
  ] as const)("are not there where they are unknown: %s %j", (reason, columns, text) => {
    const told = textOf({ kind: "unknown", target: "y", reason, columns }).replaceAll("\n", " ");
    expect(told).toContain("The straight line has no statistics to show:");
    expect(told).toContain(text);
  });

  it("print no character of a name that would steer the terminal", () => {
    const evil = "a\u001b[2Jb";
    const text = textOf({
      ...line,
      target: evil,
      formula: `y ~ \`${evil}\``,
      coefficients: [coefficient(evil, 1)],
      dropped: [{ name: evil, combinationOf: [evil] }],
    });
    expect(text).not.toContain("\u001b");
  });
});

/** The names in the table, and the line below it. */
function shown(statistics: BaselineStatistics) {
  const lines = baselineLines(statistics, options);
  const from = lines.findIndex((text) => text.startsWith("---")) + 1;
  const to = lines.indexOf("", from);
  const table = lines.slice(from, to);
  const left = table.at(-1)?.includes("under --json") ? (table.pop() ?? "") : "";
  return { lines: table.map((text) => text.split(" ")[0]), left };
}
