import { describe, expect, it } from "vitest";
import { adagrad } from "./adagrad";
import { takeSteps } from "./take-steps";

describe("adagrad", () => {
  it("divides by the size of all gradients so far", () => {
    // s = 9, then 25: 3/3, then 4/5
    const steps = takeSteps(adagrad({ epsilon: 1e-15 }), { start: [0], gradients: [[3], [4]], learningRate: 1 });
    expect(steps[0]?.[0]).toBeCloseTo(-1, 12);
    expect(steps[1]?.[0]).toBeCloseTo(-1.8, 12);
  });

  it("stays where it is without a gradient", () => {
    expect(takeSteps(adagrad(), { start: [3], gradients: [[0]], learningRate: 1 })).toEqual([[3]]);
  });

  it.each([
    [{ epsilon: 0 }, '"epsilon" should be a number above 0, got 0'],
    [{ initialAccumulator: -1 }, '"initialAccumulator" should be a number from 0 up, got -1'],
    [{ learningRateDecay: Number.NaN }, '"learningRateDecay" should be a number from 0 up, got NaN'],
  ])("refuses %j", (options, message) => {
    expect(() => adagrad(options)).toThrow(`adagrad: ${message}`);
  });
});
