// Numbers as textbooks and R's manual print them, with all the digits that are printed there.
import { describe, expect, it } from "vitest";
import tables from "../../test-data/generalized-robust.json" with { type: "json" };
import type { ColumnValues } from "../columns/columns";
import type { GeneralizedFit } from "./generalized-fit";
import { generalizedFormula, generalizedLinearModel } from "./generalized-linear-model";

const estimates = (fit: GeneralizedFit, digits: number) => fit.coefficients.map((one) => one.estimate.toFixed(digits));
const errors = (fit: GeneralizedFit, digits: number) =>
  fit.coefficients.map((one) => one.standardError?.toFixed(digits));

const tableOf = (title: string): [string, ColumnValues][] =>
  Object.entries(tables.find((one) => one.title === title)?.table ?? {}) as [string, ColumnValues][];

describe("published generalized linear models", () => {
  it("are Dobson's: counts of three outcomes under three treatments", () => {
    // Dobson (1990), An Introduction to Generalized Linear Models, page 93, as R's example(glm) prints it
    const table = {
      counts: [18, 17, 15, 20, 10, 20, 25, 13, 12],
      outcome: ["1", "2", "3", "1", "2", "3", "1", "2", "3"],
      treatment: ["1", "1", "1", "2", "2", "2", "3", "3", "3"],
    };
    const fit = generalizedFormula("counts ~ C(outcome) + C(treatment)", table, { family: "poisson" });
    expect(fit.coefficients.map(({ name }) => name)).toEqual([
      "Intercept",
      "C(outcome)[T.2]",
      "C(outcome)[T.3]",
      "C(treatment)[T.2]",
      "C(treatment)[T.3]",
    ]);
    expect(estimates(fit, 4).slice(0, 3)).toEqual(["3.0445", "-0.4543", "-0.2930"]);
    expect(errors(fit, 4)).toEqual(["0.1709", "0.2022", "0.1927", "0.2000", "0.2000"]);
    expect(fit.coefficients.slice(0, 3).map(({ statistic }) => statistic?.toFixed(3))).toEqual([
      "17.815",
      "-2.247",
      "-1.520",
    ]);
    expect(fit.coefficients.slice(1, 3).map(({ pValue }) => pValue?.toFixed(4))).toEqual(["0.0246", "0.1285"]);
    expect([fit.nullDeviance.toFixed(4), fit.deviance.toFixed(4), fit.aic?.toFixed(2)]).toEqual([
      "10.5814",
      "5.1291",
      "56.76",
    ]);
  });

  it("are McCullagh and Nelder's: clotting times of blood under two lots of thromboplastin", () => {
    // Generalized Linear Models (1989), pages 300 to 302, as R's example(glm) prints them
    const table = {
      u: [5, 10, 15, 20, 30, 40, 60, 80, 100],
      lot1: [118, 58, 42, 35, 27, 25, 21, 19, 18],
      lot2: [69, 35, 26, 21, 18, 16, 13, 12, 12],
    };
    const first = generalizedFormula("lot1 ~ log(u)", table, { family: "gamma", link: "inverse" });
    expect(estimates(first, 8)).toEqual(["-0.01655438", "0.01534311"]);
    expect(errors(first, 8)).toEqual(["0.00092755", "0.00041496"]);
    expect([first.dispersion?.toFixed(6), first.nullDeviance.toFixed(5), first.deviance.toFixed(5)]).toEqual([
      "0.002446",
      "3.51283",
      "0.01673",
    ]);
    const second = generalizedFormula("lot2 ~ log(u)", table, { family: "gamma", link: "inverse" });
    expect(estimates(second, 6)).toEqual(["-0.023908", "0.023599"]);
    expect(errors(second, 6)).toEqual(["0.001326", "0.000577"]);
  });

  it("are Collett's: budworms killed by doses of an insecticide", () => {
    // Venables and Ripley, Modern Applied Statistics with S (2002), 7.2
    const table = {
      killed: [1, 4, 9, 13, 18, 20, 0, 2, 6, 10, 12, 16],
      dose: [0, 1, 2, 3, 4, 5, 0, 1, 2, 3, 4, 5],
      sex: ["M", "M", "M", "M", "M", "M", "F", "F", "F", "F", "F", "F"],
    };
    const fit = generalizedFormula("killed ~ sex * dose", table, {
      family: "binomial",
      trials: new Array<number>(12).fill(20),
    });
    expect(estimates(fit, 4)).toEqual(["-2.9935", "0.1750", "0.9060", "0.3529"]);
    expect(errors(fit, 4)).toEqual(["0.5527", "0.7783", "0.1671", "0.2700"]);
    expect([fit.nullDeviance.toFixed(4), fit.deviance.toFixed(4), fit.aic?.toFixed(3)]).toEqual([
      "124.8756",
      "4.9937",
      "43.104",
    ]);
  });

  it("are Bliss and Fisher's: mites on 150 apple leaves", () => {
    // Biometrics 9 (1953), 176-200: a mean of 1.1467 and k = 1 / alpha = 1.0246
    const fit = generalizedLinearModel({}, [0, 1, 2, 3, 4, 5, 6, 7], {
      family: "negativeBinomial",
      weights: [70, 38, 17, 10, 9, 3, 2, 1],
    });
    expect((1 / (fit.alpha as number)).toFixed(4)).toBe("1.0246");
    expect(Math.exp(fit.coefficients[0]?.estimate as number).toFixed(4)).toBe("1.1467");
  });

  it("are McCullagh and Nelder's: damage that waves do to cargo ships, by months at sea", () => {
    // Generalized Linear Models (1989), 6.3.2, and Venables and Ripley (2002), 7.3: deviance 38.695 with 25 degrees of freedom
    const fit = generalizedFormula(
      "incidents ~ type + C(year) + C(period) + offset(log(service))",
      tableOf("damage to ships by waves"),
      { family: "poisson" },
    );
    expect(estimates(fit, 5)).toEqual([
      ...["-6.40590", "-0.54334", "-0.68740", "-0.07596", "0.32558"],
      ...["0.69714", "0.81843", "0.45343", "0.38447"],
    ]);
    expect(errors(fit, 5)).toEqual([
      ...["0.21744", "0.17759", "0.32905", "0.29058", "0.23588"],
      ...["0.14964", "0.16977", "0.23317", "0.11827"],
    ]);
    expect([fit.deviance.toFixed(3), fit.degreesOfFreedom, fit.aic?.toFixed(2)]).toEqual(["38.695", 25, "154.56"]);
  });

  it("are Venables and Ripley's: low birth weight, and the age of menarche", () => {
    // Modern Applied Statistics with S (2002), 7.2: residual deviances of 201.28 and 26.703
    const weight = generalizedFormula(
      "low ~ age + lwt + C(race) + smoke + ptl + ht + ui + ftv",
      tableOf("low birth weight"),
      { family: "binomial" },
    );
    expect(estimates(weight, 5)).toEqual([
      ...["0.48062", "-0.02955", "-0.01542", "1.27226", "0.88050"],
      ...["0.93885", "0.54334", "1.86330", "0.76765", "0.06530"],
    ]);
    expect([weight.nullDeviance.toFixed(2), weight.deviance.toFixed(2), weight.aic?.toFixed(2)]).toEqual([
      "234.67",
      "201.28",
      "221.28",
    ]);
    const girls = tableOf("the age of menarche in Warsaw");
    const trials = new Map(girls).get("Total") as ColumnValues;
    const menarche = generalizedFormula("Menarche ~ Age", girls, { family: "binomial", trials });
    expect(estimates(menarche, 5)).toEqual(["-21.22639", "1.63197"]);
    // R stops one step short of 0.77069 and prints 0.77068
    expect(errors(menarche, 4)).toEqual(["0.7707", "0.0590"]);
    expect([menarche.nullDeviance.toFixed(3), menarche.deviance.toFixed(3)]).toEqual(["3693.884", "26.703"]);
  });

  it("are Venables and Ripley's: days absent from school, more spread than Poisson's", () => {
    // Modern Applied Statistics with S (2002), 7.4, example(glm.nb): theta 1.598 with a standard error of 0.213, 2 log-likelihoods of -1063.025
    const fit = generalizedFormula("Days ~ Sex/(Age + Eth*Lrn)", tableOf("days absent from school, of a known alpha"), {
      family: "negativeBinomial",
    });
    expect((1 / (fit.alpha as number)).toFixed(3)).toBe("1.598");
    // of theta = 1 / alpha it is that of alpha over alpha²; R takes the expected curvature for it, this fit the observed one
    expect(((fit.alphaStandardError as number) / (fit.alpha as number) ** 2).toFixed(2)).toBe("0.21");
    expect((2 * (fit.logLikelihood as number)).toFixed(3)).toBe("-1063.025");
    expect([fit.nullDeviance.toFixed(3), fit.deviance.toFixed(3), fit.degreesOfFreedom]).toEqual([
      "234.565",
      "167.556",
      132,
    ]);
    const shown = new Map(fit.coefficients.map((one) => [one.name, one.estimate.toFixed(4)]));
    expect([shown.get("Intercept"), shown.get("Sex[T.M]"), shown.get("Sex[M]:Age[T.F3]"), shown.size]).toEqual([
      "3.0192",
      "-0.4754",
      "1.1508",
      14,
    ]);
  });
});
