import { beforeAll, describe, expect, it } from "vitest";
import { type TestFolder, testFolder } from "../test-folder";

/** Dobson (1990), page 93: a randomized controlled trial, the example of R's help page "glm". */
const dobson = `counts,outcome,treatment
18,a,x
17,b,x
15,c,x
20,a,y
10,b,y
20,c,y
25,a,z
13,b,z
12,c,z
`;

let folder: TestFolder;
beforeAll(async () => {
  folder = await testFolder({ "dobson.csv": dobson });
});
const regress = (...argv: string[]) => folder.neurite(["regress", "dobson.csv", ...argv]);
const regressText = (stdin: string, ...argv: string[]) => folder.neurite(["regress", "-", ...argv], { stdin });

describe("neurite regress --family", () => {
  it("prints the summary of statsmodels for a generalized linear model", async () => {
    const { code, out, err } = await regress("--formula", "counts ~ outcome", "--family", "poisson");
    expect([code, err]).toEqual([0, ""]);
    // as statsmodels 0.13.5 prints it for smf.glm("counts ~ outcome", family=Poisson()), but for date and time; AIC as R has it
    expect(out).toBe(`                 Generalized Linear Model Regression Results
==============================================================================
Dep. Variable:                  counts  No. Observations:                    9
Model:                             GLM  Df Residuals:                        6
Model Family:                  Poisson  Df Model:                            2
Link Function:                     log  Scale:                          1.0000
Method:                           IRLS  Log-Likelihood:                -23.381
No. Iterations:                      4  Deviance:                       5.1291
AIC:                             52.76  Null Deviance:                  10.581
BIC:                             53.35  Pearson chi2:                     5.17
Covariance Type:             nonrobust
==============================================================================
                        coef    std err         z    P>|z|    [0.025    0.975]
------------------------------------------------------------------------------
Intercept             3.0445      0.126    24.165    0.000     2.798     3.291
outcome[T.b]         -0.4543      0.202    -2.247    0.025    -0.851    -0.058
outcome[T.c]         -0.2930      0.193    -1.520    0.128    -0.671     0.085
==============================================================================

Notes:
[1] Standard errors assume independent rows whose variance is that of the
family (Poisson).
`);
  });

  it("gives the numbers of R's help page with all their digits under --json", async () => {
    const { out } = await regress("--target", "counts", "--family", "poisson", "--json");
    const fit = JSON.parse(out);
    expect(fit).toMatchObject({
      formula: "counts ~ .",
      target: "counts",
      family: "poisson",
      converged: true,
      warnings: [],
    });
    expect(fit).not.toHaveProperty("recipe");
    // R's summary(glm.D93): 3.045e+00 1.709e-01, -4.543e-01 2.022e-01, -2.930e-01 1.927e-01; deviance 5.1291, null deviance 10.5814, AIC 56.76
    const shown = fit.coefficients.map(({ estimate, standardError }: Record<"estimate" | "standardError", number>) => [
      estimate.toFixed(3),
      standardError.toFixed(4),
    ]);
    expect(shown.slice(0, 3)).toEqual([
      ["3.045", "0.1709"],
      ["-0.454", "0.2022"],
      ["-0.293", "0.1927"],
    ]);
    expect([fit.deviance.toFixed(4), fit.nullDeviance.toFixed(4), fit.aic.toFixed(2)]).toEqual([
      "5.1291",
      "10.5814",
      "56.76",
    ]);
  });

  it("takes weights, a link, an alpha and a level", async () => {
    const weighed = "y,x,w\n1,1,2\n3,2,1\n4,3,1\n";
    const twice = "y,x\n1,1\n1,1\n3,2\n4,3\n";
    const family = ["--family", "negativeBinomial", "--alpha", "0.5", "--level", "0.9", "--json"];
    const [a, b] = [
      await regressText(weighed, "--target", "y", "--weights", "w", ...family),
      await regressText(twice, "--target", "y", ...family),
    ].map(({ out }) => JSON.parse(out));
    expect(a).toMatchObject({ alpha: 0.5, level: 0.9 });
    expect(a.coefficients[1].estimate).toBeCloseTo(b.coefficients[1].estimate, 12);
    const gamma = await regressText(twice, "--target", "y", "--family", "gamma", "--link", "inverse", "--json");
    expect(JSON.parse(gamma.out)).toMatchObject({ family: "gamma", link: "inverse" });
  });

  it("takes robust errors, and those of clusters", async () => {
    const { out } = await regress("--formula", "counts ~ outcome", "--family", "poisson", "--robust", "HC0");
    expect(out).toContain("\nCovariance Type:                   HC0\n");
    // smf.glm("counts ~ outcome", family=Poisson()).fit(cov_type="HC0")
    expect(out).toContain(`
                        coef    std err         z    P>|z|    [0.025    0.975]
------------------------------------------------------------------------------
Intercept             3.0445      0.081    37.616    0.000     2.886     3.203
outcome[T.b]         -0.4543      0.148    -3.065    0.002    -0.745    -0.164
outcome[T.c]         -0.2930      0.146    -2.006    0.045    -0.579    -0.007
==============================================================================
`);
    expect(out).toContain("[1] Standard errors are robust to errors that are spread unequally (HC0).");
    const clustered = ["--family", "poisson", "--clusters", "treatment"];
    const { out: json } = await regress("--formula", "counts ~ outcome", ...clustered, "--json");
    const fit = JSON.parse(json);
    expect([fit.covariance, fit.clusters]).toEqual(["clusters", 3]);
    expect(fit).not.toHaveProperty("modelSpread");
    // fit(cov_type="cluster", cov_kwds={"groups": treatment})
    for (const [i, error] of [0.1144619452528252, 0.2412894206758937, 0.2562083691630019].entries()) {
      expect(fit.coefficients[i].standardError).toBeCloseTo(error, 10);
    }
    const { out: summary } = await regress("--formula", "counts ~ outcome", ...clustered);
    expect(summary).toContain("\nCovariance Type:               cluster\n");
    expect(summary.replaceAll("\n", " ")).toContain("alike within a cluster (3 clusters).");
  });

  it("says that columns tell the classes, where they do", async () => {
    const { code, out } = await regressText("y,x\n0,1\n0,2\n1,3\n1,4\n", "--target", "y", "--family", "binomial");
    expect(code).toBe(0);
    expect(out.replaceAll("\n", " ")).toContain("[2] Columns tell the target without a mistake");
    expect(out).not.toMatch(/NaN|Infinity/);
  });

  it("takes a target of two texts, and says whose odds they are", async () => {
    const texts = "y,x\nno,1\nyes,2\nno,4\nyes,5\nyes,3\nno,3\n";
    const numbers = texts.replaceAll("no", "0").replaceAll("yes", "1");
    const argv = ["--target", "y", "--family", "binomial"];
    const [a, b] = [
      JSON.parse((await regressText(texts, ...argv, "--json")).out),
      JSON.parse((await regressText(numbers, ...argv, "--json")).out),
    ];
    expect(a.classes).toEqual(["no", "yes"]);
    expect(a.coefficients).toEqual(b.coefficients);
    expect((await regressText(texts, ...argv)).out).toContain('[2] The odds are those of "yes" against "no".');
    const truth = await regressText(texts.replaceAll("no", "false").replaceAll("yes", "true"), ...argv, "--json");
    expect(JSON.parse(truth.out)).toMatchObject({ classes: ["false", "true"], coefficients: b.coefficients });
    const plots = await regressText(texts, ...argv, "--plots", "texts", "--json");
    expect(JSON.parse(plots.out).plots).toHaveLength(3);
  });

  it("names the line of a cell that is amiss, and itself", async () => {
    const { code, err } = await regressText("y,x\n1,1\n,4\n-2,2\n3,3\n", "--target", "y", "--family", "poisson");
    expect(code).toBe(3);
    expect(err.replaceAll("\n", " ")).toContain(
      "regress: the target of the poisson family should be 0 or more, got -2 in line 4. Mend the row, or take another family.",
    );
    const alone = await regressText("y,g\n1,a\n2,a\n3,b\n", "--target", "y", "--robust", "HC3");
    expect(alone.err.replaceAll("\n", " ")).toContain("got 1 in line 4, which a coefficient tells alone.");
  });

  it("draws the residuals of the deviance", async () => {
    const { code, out } = await regress("--target", "counts", "--family", "poisson", "--plots", "drawings", "--json");
    expect(code).toBe(0);
    expect(JSON.parse(out).plots).toHaveLength(3);
    const svg = String(await folder.read("drawings/qq.svg"));
    expect(svg.match(/<circle /g)).toHaveLength(9);
    expect(svg).toContain("studentised deviance residual");
  });

  it.each([
    ["an unknown family", ["--family", "normal"], 2, "Allowed choices are gaussian, poisson"],
    ["a link without a family", ["--link", "log"], 2, "--link belongs to a family, got no --family."],
    ["an alpha below 0", ["--family", "negativeBinomial", "--alpha", "-1"], 2, "It should be a number of 0 or more."],
    ["a link of another family", ["--family", "poisson", "--link", "inverse"], 2, '"link" should be log'],
    ["counts as classes", ["--family", "binomial"], 3, "regress: the target should have 2 classes, got 8"],
  ])("refuses %s", async (_, argv, exit, message) => {
    const { code, out, err } = await regress("--target", "counts", ...argv);
    expect([code, out]).toEqual([exit, ""]);
    expect(err).toContain(message);
  });
});
