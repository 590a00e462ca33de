import { describe, expect, it } from "vitest";
import { stagesOf } from "./stages";
import { trainingSettings } from "./training-settings";

describe("the settings of a training", () => {
  it("follow the number of training rows", () => {
    const of = (rows: number) => {
      const { epochs, batchSize, weightDecay, patience } = trainingSettings(rows, true, {});
      return { epochs, batchSize, weightDecay, patience };
    };
    // 100 steps of 32 rows are 50 epochs of 64 rows, 100 of 5
    expect(of(5)).toEqual({ epochs: 500, batchSize: 32, weightDecay: 1, patience: 100 });
    expect(of(64)).toEqual({ epochs: 500, batchSize: 32, weightDecay: 1, patience: 50 });
    expect(of(2000)).toEqual({ epochs: 150, batchSize: 32, weightDecay: 0.05, patience: 8 });
    expect(of(12_000)).toEqual({ epochs: 25, batchSize: 64, weightDecay: 100 / 12_000, patience: 8 });
    expect(of(1_000_000)).toEqual({ epochs: 10, batchSize: 64, weightDecay: 1e-4, patience: 8 });
  });

  it("train for fewer epochs where no validation rows tell when to stop", () => {
    expect(trainingSettings(100, false, {}).epochs).toBe(60);
    expect(trainingSettings(100, false, { epochs: 70 }).epochs).toBe(70);
  });

  it("are what they were told", () => {
    const told = { units: [3], dropout: 0.5, epochs: 2, batchSize: 7, learningRate: 1, weightDecay: 0, patience: 4 };
    expect(trainingSettings(100, true, told)).toMatchObject(told);
  });
});

describe("the stages of a training", () => {
  const epochsOf = (epochs: number) => stagesOf(epochs, 1).map((stage) => stage.epochs);

  it("give the first the most epochs, and leave out those without any", () => {
    // 15 % of 100; of 2 it is less than half an epoch
    expect(epochsOf(100)).toEqual([70, 15, 15]);
    expect(epochsOf(5)).toEqual([3, 1, 1]);
    expect(epochsOf(2)).toEqual([2]);
    expect(epochsOf(1)).toEqual([1]);
  });

  it("have falling learning rates", () => {
    const rates = stagesOf(10, 0.01).map(({ learningRate }) => learningRate.toPrecision(6));
    expect(rates).toEqual(["0.0100000", "0.00300000", "0.000900000"]);
  });
});
