import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { longley, norris } from "../regression/test-nist";
import { type TestFolder, testFolder } from "../test-folder";

const bank = `balance,status,transactions,note
1,employed,3,a
2,employed,4,b
3,employed,5,
4,employed,6,d
1,retired,4,e
2,retired,7,f
3,retired,10,g
4,retired,13,h
`;

let folder: TestFolder;
beforeAll(async () => {
  folder = await testFolder({ "longley.csv": longley.csv, "norris.csv": norris.csv, "bank.csv": bank });
});
const regress = (...argv: string[]) => folder.neurite(["regress", ...argv]);
/** The table of standard input. */
const regressText = (stdin: string, ...argv: string[]) => folder.neurite(["regress", "-", ...argv], { stdin });

/** How many leading digits agree: -log10 of the relative error, NIST's measure. */
const digits = (value: number, certified: number) =>
  value === certified ? 17 : -Math.log10(Math.abs(value / certified - 1));

describe.each([norris, longley])("neurite regress on NIST's $name", (nist) => {
  it("gives every certified number to 14 digits", async () => {
    const { code, out, err } = await regressText(nist.csv, "--formula", nist.formula, "--json");
    expect([code, err]).toEqual([0, ""]);
    const fit = JSON.parse(out);
    expect(fit.coefficients.map(({ name }: { name: string }) => name)).toEqual(nist.coefficients.map(([name]) => name));
    for (const [i, [name, estimate, standardError]] of nist.coefficients.entries()) {
      expect(digits(fit.coefficients[i].estimate, estimate), name).toBeGreaterThan(14);
      expect(digits(fit.coefficients[i].standardError, standardError), name).toBeGreaterThan(14);
    }
    for (const key of ["residualStandardDeviation", "rSquared", "fStatistic"] as const) {
      expect(digits(fit[key], nist[key]), key).toBeGreaterThan(14);
    }
    expect(fit.degreesOfFreedom).toBe(nist.degreesOfFreedom);
    expect(fit.perfectFit).toBe(false);
  });
});

describe("neurite regress", () => {
  it("prints the summary of statsmodels, 78 characters wide", async () => {
    const { code, out, err } = await regress("longley.csv", "--target", "y");
    expect([code, err]).toEqual([0, ""]);
    // as statsmodels 0.13.5 prints it for smf.ols("y ~ x1 + … + x6"), but for date and time; its documentation has the same
    expect(out).toContain(`                            OLS Regression Results
==============================================================================
Dep. Variable:                       y  R-squared:                       0.995
Model:                             OLS  Adj. R-squared:                  0.992
Method:                  Least Squares  F-statistic:                     330.3
No. Observations:                   16  Prob (F-statistic):           4.98e-10
Df Residuals:                        9  Log-Likelihood:                -109.62
Df Model:                            6  AIC:                             233.2
Covariance Type:             nonrobust  BIC:                             238.6
==============================================================================
                   coef    std err         t    P>|t|      [0.025       0.975]
------------------------------------------------------------------------------
Intercept    -3.482e+06    8.9e+05    -3.911    0.004    -5.5e+06    -1.47e+06
x1              15.0619     84.915     0.177    0.863    -177.029      207.153
x2              -0.0358      0.033    -1.070    0.313      -0.112        0.040
x3              -2.0202      0.488    -4.136    0.003      -3.125       -0.915
x4              -1.0332      0.214    -4.822    0.001      -1.518       -0.549
x5              -0.0511      0.226    -0.226    0.826      -0.563        0.460
x6            1829.1515    455.478     4.016    0.003     798.788     2859.515
==============================================================================
`);
    expect(out).toContain(`
Omnibus:                         0.749  Durbin-Watson:                   2.559
Prob(Omnibus):                   0.688  Jarque-Bera (JB):                0.684
Skew:                            0.420  Prob(JB):                        0.710
Kurtosis:                        2.434  Cond. No.:                    4.86e+09
Residual Std. Dev.:              304.9  Cond. No. (scaled):                111
==============================================================================
`);
    // factors of variance inflation by statsmodels' variance_inflation_factor: 1788.51, 758.98, 399.15
    expect(out.replaceAll("\n", " ")).toContain("Largest factors of variance inflation: x2 1.79e+03, x6 759, x5 399.");
    for (const line of out.split("\n")) expect(line.length).toBeLessThanOrEqual(78);
  });

  it("uses colours on a terminal only, and not under NO_COLOR", async () => {
    const argv = ["regress", "norris.csv", "--formula", "y ~ x"];
    const { out: plain } = await folder.neurite(argv);
    const { out: colored } = await folder.neurite(argv, { terminal: true });
    const { out: without } = await folder.neurite(argv, { terminal: true, env: { NO_COLOR: "1" } });
    expect(without).toBe(plain);
    expect(colored).toContain("\u001b[1mOLS Regression Results\u001b[22m");
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colour codes begin with the escape character.
    expect(colored.replace(/\u001b\[\d+m/g, "")).toBe(plain);
  });

  it("takes columns of text as factors, and fits lines that cross", async () => {
    const { out, err } = await regress("bank.csv", "--formula", "transactions ~ balance * status", "--json");
    const fit = JSON.parse(out);
    const rounded = fit.coefficients.map(({ name, estimate }: { name: string; estimate: number }) => [name, estimate]);
    expect(rounded).toEqual([
      ["Intercept", 2],
      ["balance", 1],
      ["status[T.retired]", -1],
      ["balance:status[T.retired]", 2],
    ]);
    // the empty note is in a column that the formula does not use
    expect([err, fit.rows, fit.warnings]).toEqual(["", 8, []]);
    expect(fit.diagnostics).toMatchObject({ durbinWatson: null, jarqueBera: null });
    expect(fit).toMatchObject({ perfectFit: true, fStatistic: null, logLikelihood: null, aic: null, bic: null });
  });

  it("explains --target by all other columns but those of --ignore", async () => {
    const { out } = await regress("bank.csv", "--target", "transactions", "--ignore", "note", "--json");
    expect(JSON.parse(out).coefficients.map(({ name }: { name: string }) => name)).toEqual([
      "Intercept",
      "balance",
      "status[T.retired]",
    ]);
    const odd = "the y,`x`,w\n1,2,1\n3,4,1\n7,5,2\n";
    const { out: quoted } = await regressText(odd, "--target", "the y", "--weights", "w", "--json");
    expect(JSON.parse(quoted)).toMatchObject({ formula: "`the y` ~ . - w", coefficients: [{}, { name: "``x``" }] });
    const { code } = await regressText(odd, "--target", "`x`", "--ignore", "w");
    expect(code).toBe(0);
  });

  it("weighs rows by a column", async () => {
    // one row twice is that row with a weight of 2
    const twice = await regressText("x,y\n1,1\n2,3\n3,4\n3,4\n5,4\n", "--formula", "y ~ x", "--json");
    const weighed = await regressText("x,y,w\n1,1,1\n2,3,1\n3,4,2\n5,4,1\n", "--formula=y~x", "--weights=w", "--json");
    const [a, b] = [twice, weighed].map(({ out }) => JSON.parse(out).coefficients[1].estimate);
    expect(a).toBeCloseTo(b, 14);
    expect((await regressText("x,y,w\n1,1,1\n2,3,1\n3,4,2\n", "--formula=y~x", "--weights=w")).out).toMatch(
      /^ +WLS Regression Results\n/,
    );
  });

  it("makes intervals of the level that is asked for", async () => {
    const { out } = await regress("norris.csv", "--formula", "y ~ x", "--level", "0.9");
    expect(out).toMatch(/P>\|t\| +\[0\.05 +0\.95\]\n/);
    const { out: json } = await regress("norris.csv", "--formula", "y ~ x", "--level", "0.9", "--json");
    const [, slope] = JSON.parse(json).coefficients;
    // Student's t with 34 degrees of freedom has 5 % above 1.690924255186854 (scipy.stats.t.ppf(0.95, 34))
    expect((slope.upper - slope.estimate) / slope.standardError).toBeCloseTo(1.690924255186854, 9);
  });

  it("makes robust standard errors", async () => {
    // of statsmodels 0.13.5: fit(cov_type="HC3"), its z and its Wald F
    const { out } = await regress("longley.csv", "--target", "y", "--robust", "HC3");
    expect(out).toContain("F-statistic:                     227.6\n");
    expect(out).toContain("Covariance Type:                   HC3  BIC:");
    expect(out).toMatch(/std err +z +P>\|z\| /);
    expect(out).toContain("\nx3              -2.0202      0.822    -2.457    0.014       -3.632      -0.409\n");
    expect(out).toContain("[1] Standard errors are robust to errors that are spread unequally (HC3).\n");
    const json = JSON.parse((await regress("longley.csv", "--target", "y", "--robust", "HC0", "--json")).out);
    expect(json).toMatchObject({ covariance: "HC0", distribution: "normal" });
  });

  it("makes standard errors for rows in clusters, and leaves that column out of the explanation", async () => {
    // pairs of years; of statsmodels 0.13.5: fit(cov_type="cluster", cov_kwds={"groups": …})
    const clustered = longley.csv
      .trimEnd()
      .split("\n")
      .map((line, i) => `${line},${i === 0 ? "pair" : Math.floor((i - 1) / 2)}\n`)
      .join("");
    const options = ["--clusters", "pair"];
    const { out } = await regressText(clustered, "--target", "y", "--ignore", "x2,x4,x5,x6", ...options);
    expect(out).toMatch(/\nIntercept +3\.18e\+04 +1440\.085 +22\.082 +0\.000 +2\.9e\+04 +3\.46e\+04\n/);
    expect(out).toMatch(/\nx1 +348\.8421 +19\.471 +17\.916 +0\.000 +310\.679 +387\.005\n/);
    expect(out).toMatch(/\nx3 +-0\.6117 +0\.359 +-1\.705 +0\.088 +-1\.315 +0\.092\n={78}/);
    expect(out).toContain("Prob (F-statistic):           2.20e-07\n");
    expect(out.replaceAll("\n", " ")).toContain("errors that are alike within a cluster (8 clusters).");
  });

  it("leaves out rows that lack a value which the formula needs, and says so", async () => {
    const csv = "y,x,unused\n1,1,\n2,2,NA\n,3,3\n4,?,4\n6,5,5\n9,6,6\n";
    const { code, out, err } = await regressText(csv, "--formula", "y ~ x", "--json");
    expect([code, err]).toEqual([0, ""]);
    expect(JSON.parse(out)).toMatchObject({
      rows: 4,
      warnings: ['standard input: 2 of 6 rows lack a value and take no part. Missing are cells of "y" (1), "x" (1).'],
    });
    expect((await regressText(csv, "--formula", "y ~ x")).err).toMatch(/^warning: standard input: 2 of 6 rows lack/);
  });

  it("reads decimal commas", async () => {
    const { out } = await regressText("x;y\n0,1;1,1\n0,2;1,2\n0,3;1,4\n", "--formula", "y ~ x", "--json");
    expect(JSON.parse(out).coefficients[1].estimate).toBe(1.5);
  });

  it("names long coefficients on a line of their own, and what was dropped", async () => {
    const long = "a_column_with_a_name_that_is_longer_than_its_place";
    const { out } = await regressText(`${long},again,y\n1,2,1\n2,4,3\n3,6,4\n4,8,4\n`, "--target", "y");
    expect(out).toMatch(new RegExp(`\n${long}\n +1\\.0000 `));
    expect(out.replaceAll("\n", " ")).toContain(`"again" is told by ${long}, and has no coefficient.`);
    for (const line of out.split("\n")) expect(line.length).toBeLessThanOrEqual(78);
  });

  it("shows a dash for what is not defined", async () => {
    const { code, out } = await regressText("x,y\n1,1\n2,3\n", "--formula", "y ~ x");
    expect(code).toBe(0);
    expect(out).toMatch(/\nx +2\.0000 +– +– +– +– +–\n/);
    expect(out).toContain("There are as many coefficients as rows (2)");
    expect(out).not.toMatch(/NaN|Infinity/i);
  });
});

describe("neurite regress --plots", () => {
  it("draws three files that name the lines of the table, and replaces them only by force", async () => {
    const argv = ["longley.csv", "--formula", "y ~ x1 + x3", "--plots", "drawings"];
    const { code, out, err } = await regress(...argv);
    expect([code, err]).toEqual([0, ""]);
    const names = ["residuals-fitted.svg", "qq.svg", "leverage.svg"];
    const paths = names.map((name) => join("drawings", name));
    expect(out).toMatch(/\nDrawings: .*\n$/);
    expect(out).toContain(`\nDrawings: ${paths.join(", ")}\n`);
    expect((await readdir(join(folder.path, "drawings"))).sort()).toEqual([...names].sort());
    const svg = String(await folder.read("drawings/leverage.svg"));
    expect(svg.match(/<circle /g)).toHaveLength(16);
    expect(svg).toContain(">leverage →</text>");
    // statsmodels 0.13.5: cooks_distance is largest in the rows of 1947, 1952 and 1958
    expect([...svg.matchAll(/>line (\d+)</g)].map(([, line]) => line)).toEqual(["2", "7", "13"]);

    const again = await regress(...argv, "--json");
    expect([again.code, JSON.parse(again.err).error.code]).toEqual([2, "file-exists"]);
    const forced = await regress(...argv, "--json", "--force");
    expect([forced.code, JSON.parse(forced.out).plots]).toEqual([0, paths]);
  });

  it("draws weighted rows, and those with a missing value not at all", async () => {
    const csv = "x,y,w\n1,1,1\n2,,1\n3,4,2\n5,4,1\n6,7,0\n8,8,3\n";
    const { code } = await regressText(csv, "--formula", "y ~ x", "--weights", "w", "--plots", "weighted");
    expect(code).toBe(0);
    const svg = String(await folder.read("weighted/residuals-fitted.svg"));
    // five rows are whole, and one of them has a weight of 0; studentised -0.59, 1.18, -1.11, 0.46 (NumPy)
    expect(svg.match(/<circle /g)).toHaveLength(4);
    expect([...svg.matchAll(/>line (\d+)</g)].map(([, line]) => line)).toEqual(["4", "5", "2"]);
  });

  it("warns where a fit leaves no residuals", async () => {
    const { code, out, err } = await regress(
      "bank.csv",
      "--formula",
      "transactions ~ balance * status",
      "--plots",
      "none",
    );
    expect(code).toBe(0);
    expect(out).toContain("OLS Regression Results");
    expect(err).toBe("warning: The fit leaves no residuals to draw: no drawing was written.\n");
    expect(await readdir(folder.path)).not.toContain("none");
  });
});

describe("neurite regress refuses", () => {
  it.each([
    ["neither formula nor target", [], 2, "usage", "Expected --formula or --target, got neither."],
    [
      "both of them",
      ["--formula", "y ~ x", "--target", "y"],
      2,
      "usage",
      "Option '--target <column>' cannot be used with option '--formula <formula>'.",
    ],
    ["robust errors of another kind", ["--formula", "y ~ x", "--robust", "HC9"], 2, "usage", "HC0, HC1, HC2, HC3"],
    [
      "robust and clustered errors",
      ["--formula", "y ~ x", "--robust", "HC1", "--clusters", "x"],
      2,
      "usage",
      "cannot be used with option '--clusters <column>'",
    ],
    ["a formula that breaks off", ["--formula", "y ~ x +"], 2, "bad-formula", 'at character 8 of "y ~ x +"'],
    [
      "a column that is not there",
      ["--formula", "y ~ xx"],
      3,
      "missing-column",
      'at character 5 of "y ~ xx", got "xx"',
    ],
    [
      "a target that is not there",
      ["--target", "yy"],
      3,
      "missing-column",
      '--target: expected a column of the table, got "yy". Did you mean "y"?',
    ],
    ["a level of 95", ["--formula", "y ~ x", "--level", "95"], 2, "usage", "a number between 0 and 1, as in 0.95"],
    ["a weight that is none", ["--formula", "y ~ x", "--weights", "bad"], 3, "bad-cell", '"oops" in line 4'],
    [
      "a cell among numbers",
      ["--formula", "y ~ bad"],
      3,
      "bad-cell",
      'standard input: formula: column "bad" should hold numbers alone, or text alone, got "oops" in line 4.',
    ],
    [
      "a table without a complete row",
      ["--formula", "y ~ gap"],
      3,
      "too-few-rows",
      'got none of 3 rows; missing are cells of "gap" (3)',
    ],
  ])("%s", async (_, argv, exit, errorCode, message) => {
    const csv = "y,x,bad,gap\n1,1,1,\n2,2,2,\n4,3,oops,\n";
    const { code, out, err } = await regressText(csv, ...argv, "--json");
    expect([code, out]).toEqual([exit, ""]);
    const { error } = JSON.parse(err);
    expect(error.code).toBe(errorCode);
    expect(error.message).toContain(message);
  });
});
