import { dense } from "@neurite/layers";
import type { Loss } from "@neurite/plugin";
import { describe, expect, it } from "vitest";
import { fit } from "../fit/fit";
import { adam } from "../optimizers/adam";
import { sequential } from "../sequential";
import { gammaDeviance } from "./gamma-deviance";
import { gaussianNegativeLogLikelihood } from "./gaussian-negative-log-likelihood";
import { negativeBinomial } from "./negative-binomial";
import { quantile } from "./quantile";
import { tweedieDeviance } from "./tweedie-deviance";

const inputs = [[1], [1], [1], [1], [1], [1], [1], [1]];
const train = (loss: Loss, units: number, targets: number[][]) =>
  fit(
    sequential([dense({ units, useBias: false })]),
    { inputs, targets },
    {
      loss,
      optimizer: adam(),
      learningRate: 0.05,
      epochs: 1500,
      batchSize: 8,
      seed: 1,
      dtype: "float64",
    },
  );
const answer = async (loss: Loss, units: number, targets: number[][]) => [
  ...(await train(loss, units, targets)).model.predict([[1]]).data,
];
const column = (...numbers: number[]) => numbers.map((n) => [n]);

describe("fit with one answer for all rows", () => {
  const amounts = column(0, 0, 0, 4, 1, 2, 0, 9); // mean 2

  it("finds the mean under a deviance", async () => {
    const [z] = await answer(tweedieDeviance({ fromLogMean: true }), 1, amounts);
    expect(z).toBeCloseTo(Math.log(2), 6);
  });

  it("finds mean and variance under the Gaussian likelihood", async () => {
    const [mean, logVariance] = await answer(gaussianNegativeLogLikelihood({ fromLogVariance: true }), 2, amounts);
    expect(mean).toBeCloseTo(2, 6);
    expect(logVariance).toBeCloseTo(Math.log(8.75), 6); // (0 + 0 + 0 + 16 + 1 + 4 + 0 + 81) / 8 - 2²
  });

  it("finds the mean of counts, and that they spread", async () => {
    const [logMean, logDispersion] = await answer(negativeBinomial({ fromLogMean: true }), 2, amounts);
    expect(logMean).toBeCloseTo(Math.log(2), 6);
    expect(logDispersion).toBeGreaterThan(0);
  });

  it("finds quantiles, one for each unit", async () => {
    const [low, high] = await answer(quantile({ quantile: [0.3, 0.7] }), 2, column(0, 1, 2, 3, 4, 5, 6, 7));
    expect(Math.abs((low as number) - 2)).toBeLessThan(0.1); // 2 of 8 below, 3 of 8 up to it
    expect(Math.abs((high as number) - 5)).toBeLessThan(0.1);
  });

  it("refuses a target out of a loss's range before anything is trained, with its row", async () => {
    await expect(train(gammaDeviance({ fromLogMean: true }), 1, amounts)).rejects.toThrow(
      "gammaDeviance: the targets should be above 0, got 0 in row 0.",
    );
  });
});
