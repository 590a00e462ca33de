// Robust standard errors as the literature prints them.
import { describe, expect, it } from "vitest";
import { regress } from "./regress";
import type { RobustKind } from "./robust-covariance";

/**
 * Expenditure on public schools and income per head, 50 states of 1979 (Greene, Econometric Analysis, 2nd edition, 1993, table 14.1; Wisconsin
 * is missing there): the example of MacKinnon and White's estimators in Cribari-Neto, Computational Statistics & Data Analysis 45 (2004),
 * and in Zeileis, Econometric Computing with HC and HAC Covariance Matrix Estimators, Journal of Statistical Software 11 (2004).
 */
const schools = {
  expenditure: [
    275, 821, 339, 275, 387, 452, 531, 424, 316, 265, 403, 304, 437, 345, 431, 355, 260, 316, 327, 427, 427, 466, 477,
    259, 274, 433, 294, 359, 279, 423, 388, 447, 335, 311, 322, 320, 397, 412, 342, 315, 321, 268, 315, 417, 353, 356,
    415, 428, 320, 500,
  ],
  income: [
    6247, 10851, 7374, 6183, 8850, 8001, 8914, 8604, 7505, 6700, 8380, 6813, 8745, 7696, 7873, 8001, 6615, 6640, 6333,
    8306, 8063, 8442, 7847, 5736, 7342, 7051, 7391, 9032, 7277, 8818, 6505, 8267, 6607, 7478, 7812, 6951, 7839, 7733,
    7526, 6242, 6841, 6489, 7697, 6622, 6541, 7624, 8450, 10022, 6456, 9096,
  ],
};

describe("the public schools of fifty states", () => {
  const formula = "expenditure ~ income + I(income^2)";

  it("have the published coefficients, income in units of 10,000 dollars", () => {
    const { coefficients } = regress("expenditure ~ I(income / 10000) + I((income / 10000)^2)", schools, {
      robust: "HC0",
    });
    // Zeileis (2004), section 5.2: 832.91 (460.89), -1834.20 (1243.04), 1587.04 (829.99); z and p of the last 1.9121 and 0.05586
    expect(coefficients.map(({ estimate }) => estimate.toFixed(2))).toEqual(["832.91", "-1834.20", "1587.04"]);
    expect(coefficients.map(({ standardError }) => standardError?.toFixed(2))).toEqual(["460.89", "1243.04", "829.99"]);
    expect([coefficients[2]?.statistic?.toFixed(4), coefficients[2]?.pValue?.toFixed(5)]).toEqual([
      "1.9121",
      "0.05586",
    ]);
  });

  // R's sandwich 3.0-2, sqrt(diag(vcovHC(lm(Expenditure ~ Income + I(Income^2)), type))), 15 digits; statsmodels 0.13.5 has the first ten of them
  it.each<[RobustKind | undefined, readonly number[]]>([
    [undefined, [327.292493364607, 0.0828985468594081, 5.19076768605833e-6]],
    ["HC0", [460.891663315325, 0.124304299569485, 8.29992665606871e-6]],
    ["HC1", [475.373453767091, 0.128210095577324, 8.56072069546007e-6]],
    ["HC2", [688.481389099251, 0.186640614102399, 1.25014705811383e-5]],
    ["HC3", [1095.00061350479, 0.297541140883003, 1.99524196328089e-5]],
  ])("have the standard errors of R's sandwich for %s", (robust, expected) => {
    const { coefficients } = regress(formula, schools, robust === undefined ? {} : { robust });
    for (const [i, error] of expected.entries()) {
      expect((coefficients[i]?.standardError ?? 0) / error).toBeCloseTo(1, 10);
    }
  });
});
