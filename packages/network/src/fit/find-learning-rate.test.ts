import { dense } from "@neurite/layers";
import { seedKey, uniformAt } from "@neurite/tensor";
import { describe, expect, it } from "vitest";
import { createModel, findLearningRate, meanSquaredError, sgd } from "../index";

const inputs = Array.from({ length: 256 }, (_, i) => [uniformAt(seedKey(3), i) * 2 - 1]);
const data = { inputs, targets: inputs.map(([x = 0]) => [3 * x + 1]) };

describe("findLearningRate", () => {
  it("tries growing rates by one factor a step and ends where the loss blows up", async () => {
    const settings = {
      loss: meanSquaredError,
      optimizer: sgd(),
      from: 1e-4,
      to: 100,
      steps: 61,
      dtype: "float64",
    } as const;
    const { curve, suggestion } = await findLearningRate(dense({ units: 1 }), data, settings);
    expect(curve[0]?.learningRate).toBe(1e-4);
    expect(curve[10]?.learningRate).toBeCloseTo(1e-3, 12); // six decades in 60 steps
    expect(curve.length).toBeLessThan(61);
    // with inputs of mean square 1/3, descent on w is stable below 2 / (2 · 1), on the bias below 1
    expect(suggestion).toBeGreaterThan(0.003);
    expect(suggestion).toBeLessThan(1);
  });

  it("leaves a model as it is, and gives the same curve twice", async () => {
    const model = createModel(dense({ units: 1 }), { inputs: [1], seed: 2 });
    const before = model.weights.get("weights")?.data[0];
    const run = () => findLearningRate(model, data, { loss: meanSquaredError, optimizer: sgd(), steps: 20 });
    expect(await run()).toEqual(await run());
    expect(model.weights.get("weights")?.data[0]).toBe(before);
  });

  it("has no suggestion where the loss never falls, and refuses rates that do not grow", async () => {
    const still = { inputs: [[0]], targets: [[0]] };
    const options = { loss: meanSquaredError, optimizer: sgd(), steps: 10 };
    expect((await findLearningRate(dense({ units: 1 }), still, options)).suggestion).toBeNull();
    await expect(findLearningRate(dense({ units: 1 }), data, { ...options, from: 1, to: 1 })).rejects.toThrow(
      '"to" should be a number above "from" (1), got 1',
    );
  });
});
