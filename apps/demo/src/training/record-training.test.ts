import { meanSquaredError, sgd } from "neurite";
import { describe, expect, it } from "vitest";
import { createCustomers } from "../customers/customers";
import { denseNetwork, hiddenLayer } from "./dense-network";
import { frameSteps } from "./frame-steps";
import { recordTraining } from "./record-training";
import { standardised } from "./standardised";
import type { Weights } from "./weights";

const { train, heldOut } = standardised(createCustomers(1), ["balance", "retired"]);
const plan = {
  network: denseNetwork(hiddenLayer(2, 2)),
  inputs: 2,
  loss: meanSquaredError,
  optimizer: sgd(),
  train,
  heldOut,
};
/** node_0 [1, 1], node_1 [−1, 1], and an output of 2 · node_0 and this · node_1. */
const startWith = (sign: number): Weights => ({
  "0/dense/weights": [1, -1, 1, 1],
  "0/dense/bias": [0, 0],
  "1/dense/weights": [2, sign],
  "1/dense/bias": [0],
});
const heldOutAt = async (sign: number, steps: readonly number[], learningRate = 0.1) => {
  const { frames } = await recordTraining({ ...plan, start: startWith(sign), learningRate, steps });
  return frames.map((frame) => frame.heldOut);
};

describe("a recorded training", () => {
  // both computed in NumPy from the same rows
  it("is stuck from the article's weights", async () => {
    const steps = [0, 1, 2, 5, 10, 20, 50, 100, 200, 600];
    const expected = [-2.59, -1.32, -0.62, 0.12, 0.35, 0.41, 0.45, 0.463, 0.47, 0.476];
    for (const [i, r2] of (await heldOutAt(-1, steps)).entries())
      expect(Math.abs(r2 - (expected[i] as number))).toBeLessThan(0.006);
  });

  it("ends high where one sign is changed", async () => {
    const steps = [0, 1, 2, 5, 10, 20, 50, 75, 100, 125, 200, 600];
    const expected = [-3.95, -1.9, -1.17, -0.37, -0.08, 0.01, 0.06, 0.27, 0.74, 0.84, 0.885, 0.9];
    for (const [i, r2] of (await heldOutAt(1, steps)).entries())
      expect(Math.abs(r2 - (expected[i] as number))).toBeLessThan(0.006);
  });

  it.each([
    [0.03, 571],
    [0.1, 176],
    [0.15, 120],
    [0.2, 93],
    [0.25, 81],
  ])("is faster the larger the steps: %d needs %d", async (learningRate, expected) => {
    const { reached = 0 } = await recordTraining({
      ...plan,
      start: startWith(1),
      learningRate,
      steps: [0, 600],
      goal: 0.88,
    });
    expect(Math.abs(reached - expected)).toBeLessThanOrEqual(3);
  });

  it.each([0.01, 0.3, 0.5])("does not reach 0.88 in 1500 steps of a rate of %d", async (learningRate) => {
    const recording = await recordTraining({
      ...plan,
      start: startWith(1),
      learningRate,
      steps: [0, 1500],
      goal: 0.88,
    });
    expect(recording).not.toHaveProperty("reached");
  });

  it("ends where a number is no longer finite, with the words of the library and the state before", async () => {
    const recording = await recordTraining({ ...plan, start: startWith(1), learningRate: 1, steps: frameSteps(600) });
    const last = recording.frames.at(-1);
    expect(recording.broken?.step).toBe((last?.step ?? 0) + 1);
    expect(recording.broken?.message).toMatch(
      /^fit: the loss or a gradient became NaN or infinite in epoch \d+, batch 1.* Lower the learning rate \(now 1\)/,
    );
    expect(
      Object.values(last?.weights ?? {})
        .flat()
        .every(Number.isFinite),
    ).toBe(true);
  });

  it("keeps weights, their gradients and the answers asked for", async () => {
    const asked = Float64Array.of(0, 0);
    const steps = [0, 1];
    const { frames } = await recordTraining({ ...plan, start: startWith(1), learningRate: 0.1, steps, asked });
    const [first, second] = frames;
    // tanh(0) · 2 + tanh(0) · 1 = 0
    expect([first?.answers.length, first?.answers.at(-1)]).toEqual([101, 0]);
    const [bias, slope] = [first?.weights["1/dense/bias"]?.[0] ?? 0, first?.gradients["1/dense/bias"]?.[0] ?? 0];
    expect(second?.weights["1/dense/bias"]?.[0]).toBeCloseTo(bias - 0.1 * slope, 12);
  });
});
